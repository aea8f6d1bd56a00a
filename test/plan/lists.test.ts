import { describe, expect, test } from "vitest";
import { addItems, addPorts, asOnePort, joinPorts, portsInCell } from "../../src/plan/lists.ts";

describe("ids", () => {
  test.each<[string, string[]]>([
    ["ias", ["ias"]],
    ["ias,l2tp", ["ias", "l2tp"]],
    ["ias l2tp", ["ias", "l2tp"]],
    [" ias , l2tp\n", ["ias", "l2tp"]],
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
    ["5000 6000-6010\t7000\r\n8000", ["5000", "6000-6010", "7000", "8000"]],
    ["5000,,6000,", ["5000", "6000"]],
    ["5000 http", ["5000", "http"]],
    ["5000,6000x", ["5000", "6000x"]],
    ["", [""]],
  ])("%j is %j", (text, ports) => {
    expect(addPorts(text)).toEqual(ports);
  });

  test.each<[string, string[]]>([
    ["5000=Backup,6000=Mail", ["5000=Backup", "6000=Mail"]],
    ["5000=Backup agent 6000=Mail", ["5000=Backup agent", "6000=Mail"]],
    ["5000=Backup   agent", ["5000=Backup   agent"]],
    ["5000=Backup, daily", ["5000=Backup, daily"]],
    ["5000=Backup, daily,6000", ["5000=Backup, daily", "6000"]],
    ["5000=Backup, 2nd copy,6000-6001=Mail, new", ["5000=Backup, 2nd copy", "6000-6001=Mail, new"]],
    ["5000=A, B, C, 6000=D", ["5000=A, B, C", "6000=D"]],
    ["5000=SQL Server 2019", ["5000=SQL Server 2019"]],
    ["5000=Exchange 2010-2013", ["5000=Exchange 2010-2013"]],
    ["5000=Agent 7 6000=B", ["5000=Agent 7", "6000=B"]],
    ["5000=Agent 7\n6000\n", ["5000=Agent 7", "6000"]],
    ["5000=A,", ["5000=A,"]],
    ['5000="Agent 7000" 8000', ["5000=Agent 7000", "8000"]],
    ['5000="A,5",6000', ["5000=A,5", "6000"]],
    ['5000="A, 5, 6000-7000=x",6000=B', ["5000=A, 5, 6000-7000=x", "6000=B"]],
    ['5000 = "A"', ["5000 =A"]],
    ['5000="A,5', ['5000="A,5']],
    ['5000="A"B",6000', ['5000="A"B"', "6000"]],
  ])("with labels, %j is %j", (text, ports) => {
    expect(addPorts(text)).toEqual(ports);
  });

  test("in the form that stands for them alone are read as themselves", () => {
    const ports = [
      "5000-5000",
      "5000-5000=A",
      "5000-5001=A, 5",
      "5000-5000=A,6000=B",
      "5000-5000=,1",
      "5000-5000=,",
    ];
    for (const port of ports) expect(addPorts(asOnePort(port))).toEqual([port]);
    expect(asOnePort("5000-5000=A, b")).toBe("5000-5000=A, b");
    expect(asOnePort("5000-5000=Agent 7")).toBe("5000-5000=Agent 7");
  });

  test.each<[string, string[]]>([
    ["5000 6000-6010=Camera two", ["5000", "6000-6010=Camera two"]],
    ["5000=Agent 7000", ["5000=Agent", "7000"]],
    ["5000=Backup, old 6000", ["5000=Backup, old", "6000"]],
    ['5000="Agent 7000" 8000', ["5000=Agent 7000", "8000"]],
    ["5000 abc", ["5000", "abc"]],
  ])("in a cell, %j is %j", (text, ports) => {
    expect(portsInCell(text)).toEqual(ports);
  });

  test("joined for a cell are divided into the same", () => {
    const ports = ["5000=A,", "5001=Agent 7", "5002", "5003=A, 6000", "5004=B"];
    expect(joinPorts(ports)).toBe('5000="A," 5001="Agent 7" 5002 5003="A, 6000" 5004=B');
    expect(portsInCell(joinPorts(ports))).toEqual(ports);
  });

  test("of a repeated option never continue the label before", () => {
    expect(addPorts("Mail", addPorts("5000=Backup"))).toEqual(["5000=Backup", "Mail"]);
  });
});
