import { describe, expect, test } from "vitest";
import { addItems, addPorts } from "../../src/cli/lists.ts";

describe("ids", () => {
  test.each<[string, string[]]>([
    ["ias", ["ias"]],
    ["ias,l2tp", ["ias", "l2tp"]],
    [" ias , l2tp ", ["ias", "l2tp"]],
    ["ias,,l2tp,", ["ias", "l2tp"]],
    ["", []],
  ])("%j is %j", (text, items) => {
    expect(addItems(text)).toEqual(items);
  });

  test("of a repeated option come after those before", () => {
    expect(addItems("c", addItems("a,b"))).toEqual(["a", "b", "c"]);
  });
});

describe("own ports", () => {
  test.each<[string, string[]]>([
    ["5000", ["5000"]],
    ["5000,6000-6010", ["5000", "6000-6010"]],
    ["5000=Backup,6000=Mail", ["5000=Backup", "6000=Mail"]],
    ["5000=Backup, daily", ["5000=Backup, daily"]],
    ["5000=Backup, daily,6000", ["5000=Backup, daily", "6000"]],
    ["5000=Backup, 2nd copy,6000-6001=Mail, new", ["5000=Backup, 2nd copy", "6000-6001=Mail, new"]],
    ["5000=A, B, C, 6000=D", ["5000=A, B, C", " 6000=D"]],
    ["5000,6000x", ["5000", "6000x"]],
    ["5000=A,", ["5000=A,"]],
    ["", [""]],
  ])("%j is %j", (text, ports) => {
    expect(addPorts(text)).toEqual(ports);
  });

  test("of a repeated option never continue the label before", () => {
    expect(addPorts("Mail", addPorts("5000=Backup"))).toEqual(["5000=Backup", "Mail"]);
  });
});
