import { describe, expect, test } from "vitest";
import { idsIn, portsIn, tidySite } from "../../src/cli/init-answers.ts";

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

test.each([
  ["nothing", "", []],
  ["blanks", "5000 6000-6010", ["5000", "6000-6010"]],
  ["commas", "5000,6000-6010, 7000", ["5000", "6000-6010", "7000"]],
  ["labels", "5000=Backup agent, 6000=Camera", ["5000=Backup agent", "6000=Camera"]],
  ["labels and blanks", "5000=Backup agent 6000", ["5000=Backup agent", "6000"]],
  ["a comma in a label", "5000=Backup, old 6000", ["5000=Backup, old", "6000"]],
  ["a label in quotes", '5000="Agent, 7 or 8", 6000', ["5000=Agent, 7 or 8", "6000"]],
  ["what is no port, to be told so", "5000 http", ["5000", "http"]],
])("own ports in an answer: %s", (_, answer, wanted) => {
  expect(portsIn(answer)).toEqual(wanted);
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
