import { expect, test } from "vitest";
import { joinPorts, splitPorts } from "../../src/fleet/port-list.ts";

test.each([
  ["one port", "5000", ["5000"]],
  ["ports and ranges", "5000 6000-6010\t7000\n8000", ["5000", "6000-6010", "7000", "8000"]],
  ["labels", "5000=Backup 6000-6010=Camera", ["5000=Backup", "6000-6010=Camera"]],
  ["labels with blanks", "5000=Backup agent 6000=Camera two", ["5000=Backup agent", "6000=Camera two"]],
  ["a label with several blanks, which become one", "5000=Backup   agent", ["5000=Backup agent"]],
  ["a label that ends with a number, which is a port", "5000=Agent 7000", ["5000=Agent", "7000"]],
  ["the same in quotes, which is a label", '5000="Agent 7000" 8000', ["5000=Agent 7000", "8000"]],
  ["what is no port, to be told so", "5000 abc", ["5000", "abc"]],
])("blanks separate %s", (_, text, wanted) => {
  expect(splitPorts(text)).toEqual(wanted);
});

test.each([
  ["nothing", [], ""],
  [
    "ports and labels",
    ["5000", "6000-6010=Camera", "7000=Backup agent"],
    "5000 6000-6010=Camera 7000=Backup agent",
  ],
  ["a label with a number, in quotes", ["5000=Agent 7", "8000"], '5000="Agent 7" 8000'],
])("joined are %s", (_, ports, wanted) => {
  expect(joinPorts(ports)).toBe(wanted);
  expect(splitPorts(`${wanted} `).filter((port) => port !== "")).toEqual(ports);
});
