import { describe, expect, test } from "vitest";
import { idsIn, tidySite } from "../../../src/cli/init/answers.ts";

test.each([
  ["nothing", "", []],
  ["ids", "ias ipsec", ["ias", "ipsec"]],
  ["commas", "ias,ipsec, nps", ["ias", "ipsec", "nps"]],
  ["numbers", "2 1", ["l2tp", "ias"]],
  ["both", "1,ipsec", ["ias", "ipsec"]],
  ["numbers that are none, to be told so", "0 3", ["0", "3"]],
])("ids in an answer: %s", (_, answer, wanted) => {
  expect(idsIn(answer, ["ias", "l2tp"])).toEqual(wanted);
});

describe("a tidy site", () => {
  test("leaves out what it does not say, or says by default", () => {
    expect(tidySite({ site: "a", products: ["ias"], ports: [], os: "", reboot: "Never" })).toEqual({
      site: "a",
      products: ["ias"],
    });
  });

  test.each([
    [" 5000 ", "5000"],
    ["5000=", "5000"],
    ["5000 = Backup   agent ", "5000=Backup agent"],
  ])("has the port %j as %j", (port, wanted) => {
    expect(tidySite({ site: "a", ports: [port] }).ports).toEqual([wanted]);
  });
});
