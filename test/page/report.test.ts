import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readReport } from "../../src/page/report.ts";

const result = {
  ...{
    portkeep: "1.0.0",
    schema: 1,
    action: "Report",
    state: "drift",
    exitCode: 1,
    backend: "reserved-ports",
  },
  ...{ computer: "SRV1", message: "Wanted ports are not reserved.", value: [] },
  findings: [
    "MaxUserPort 60000",
    "Pool 2500 1024 60000",
    "RangeAtRisk 1645-1646 IAS (KB 956189) 8.3",
    "RangeReserved 1701-1701 L2TP (KB 956189)",
    "RangeOutside 4500-4500 IPSEC (KB 956189)",
    "NotChosen ipsec PolicyAgent",
    "NotFound autd MSExchange",
  ],
};
const line = JSON.stringify(result);
const printed = `portkeep 1.0.0: Report on SRV1\r\nMissing: 1645-1646\r\n${line}\r\n`;

test("a report is read from what the script printed", () => {
  expect(readReport(printed)).toEqual({
    version: "1.0.0",
    computer: "SRV1",
    action: "Report",
    message: "Wanted ports are not reserved.",
    backend: "reserved-ports",
    pool: { draws: 2500, low: 1024, high: 60_000 },
    ranges: [
      { range: { low: 1645, high: 1646 }, who: "IAS (KB 956189)", state: "at-risk" },
      { range: { low: 1701, high: 1701 }, who: "L2TP (KB 956189)", state: "reserved" },
      { range: { low: 4500, high: 4500 }, who: "IPSEC (KB 956189)", state: "outside" },
    ],
    notChosen: ["ipsec"],
    findings: result.findings,
    truncated: false,
  });
});

describe("the same is read", () => {
  test.each<[string, string]>([
    ["from the line alone", line],
    ["with what a console has around it", `PS C:\\> .\\report.ps1\n${printed}PS C:\\> `],
    ["as a console of 80 columns breaks it", line.replace(/.{80}/g, "$&\r\n")],
    ["after the result of an earlier run", `${line.replace("SRV1", "OLD")}\n${printed}`],
    ["after a very long text", `${"x".repeat(5_000_000)}\n${printed}`],
  ])("%s", (_, text) => {
    expect(readReport(text)).toEqual(readReport(printed));
  });
});

describe("no report is read from", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    ["text without a result line", "portkeep 1.0.0: Report on SRV1"],
    ["a line that is cut off", line.slice(0, -20)],
    ["another schema", line.replace('"schema":1', '"schema":2')],
    ["a line that is longer than any", line.replace("SRV1", "S".repeat(20_000))],
    ["very deep JSON", `{"portkeep":${"[".repeat(4000)}${"]".repeat(4000)},"schema":2}`],
    ["very deep JSON without an end", `{"portkeep":${'{"a":'.repeat(1900)}}`],
  ])("%s", (_, text) => {
    expect(readReport(text)).toBeNull();
  });
});

test("what has another type than it should is as good as missing", () => {
  const wrong = {
    ...result,
    computer: 5,
    message: null,
    findings: [1, {}, "Pool 2500 9 x", "Pool 1 70000 80000"],
  };
  expect(readReport(JSON.stringify(wrong))).toMatchObject({
    computer: "",
    message: "",
    pool: null,
    ranges: [],
    findings: ["Pool 2500 9 x", "Pool 1 70000 80000"],
  });
});

test("any text at all is read, or is not, without an error", () => {
  const piece = fc.constantFrom(
    '{"portkeep":',
    '"1"',
    ',"schema":1',
    ',"findings":',
    "[",
    "]",
    "}",
    '"RangeAtRisk 1-2 x"',
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
      const report = readReport(pieces.join(""));
      expect(report === null || typeof report.computer === "string").toBe(true);
    }),
  );
});

test("whatever values a result has, their types are what they should be", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.array(fc.jsonValue({ maxDepth: 1 })), (value, findings) => {
      const text = JSON.stringify({ portkeep: value, schema: 1, computer: value, backend: value, findings });
      const report = readReport(text);
      const texts = [report?.version, report?.computer, report?.backend, ...(report?.findings ?? [])];
      expect(texts.every((item) => typeof item === "string") || text.length > 10_000).toBe(true);
    }),
  );
});
