import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/page/report.ts";
import { readReport } from "../../src/page/report.ts";
import { suggestionFrom } from "../../src/page/suggestion.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { addPorts } from "../../src/plan/lists.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { formatRange } from "../../src/ports/range.ts";
import { settingsOf } from "../../src/script/settings.ts";
import { builtInTable } from "../../src/table/table.ts";

/** What the script of a choice would report, each range in one of the three ways. */
function reportOf(choice: Choice, { backend = "reserved-ports", more = [] as string[] } = {}): Report {
  const ways = ["RangeReserved", "RangeOutside", "RangeAtRisk"];
  const lines = settingsOf(makePlan(choice), "1.0.0").ranges;
  const findings = lines.map((line, index) => `${ways[index % 3]} ${line}${index % 3 === 2 ? " 4.2" : ""}`);
  const report = readReport(
    JSON.stringify({ portkeep: "1.0.0", schema: 1, backend, findings: [...findings, ...more] }),
  );
  if (!report) throw new Error("the test's own report is none");
  return report;
}

const rangesOf = (choice: Choice) => makePlan(choice).ranges.map(formatRange);

test("the products of a report's script, whatever they are, lead to the same ranges", () => {
  const ids = builtInTable.products.map(({ id }) => id);
  fc.assert(
    fc.property(fc.subarray(ids, { minLength: 1 }), (products) => {
      // Of the few that are bound to a system, only those of this one.
      const choice = { products, os: "sbs-2003-premium" };
      const { products: suggested, ports } = suggestionFrom(reportOf(choice));
      expect(ports).toBe("");
      expect(rangesOf({ ...choice, products: suggested })).toEqual(rangesOf(choice));
    }),
  );
});

test.each([
  ["sbs-2003-standard", ["autd", "ias", "ipsec", "l2tp"], ""],
  [
    "sbs-2003-premium-isa-2000",
    ["autd", "h323-gatekeeper", "ias", "ipsec", "isa-2000", "l2tp"],
    "sbs-2003-premium",
  ],
  ["sbs-2003-premium-isa-2004", ["autd", "ias", "ipsec", "isa-2004", "l2tp"], "sbs-2003-premium"],
  ["nps", ["nps"], ""],
])(
  "the report of a script for %s leads to its products, and to a system that can have them",
  (id, products, os) => {
    expect(suggestionFrom(reportOf({ products: [id] }))).toEqual({ products, os, ports: "" });
  },
);

describe("a service that is there and was not chosen", () => {
  test("is suggested", () => {
    const report = reportOf(
      { products: ["ias"] },
      { more: ["NotChosen l2tp RemoteAccess", "NotChosen wds WDSServer"] },
    );
    expect(suggestionFrom(report).products).toEqual(["ias", "l2tp", "wds"]);
  });

  test("is left to the admin where the report does not tell which product it is", () => {
    const report = reportOf(
      { products: ["ias"] },
      { more: ["NotChosen isa-2000|isa-2004 fwsrv", "NotChosen <b>x</b> y"] },
    );
    expect(suggestionFrom(report).products).toEqual(["ias"]);
  });
});

test("own ports, and text that only looks like a product, lead to none", () => {
  expect(suggestionFrom(reportOf({ ports: ["5000-5010=IAS (KB 956189)"] })).products).toEqual([]);
});

describe("what no product of the page explains is suggested as own ports", () => {
  test.each<[string, Choice, string]>([
    ["own ports", { products: ["ias"], ports: ["5000-5010", "6000"] }, "5000-5010, 6000-6000"],
    ["with their label", { products: ["ias"], ports: ["5000-5010=Backup agent"] }, "5000-5010=Backup agent"],
    [
      "a label with a list in it",
      { ports: ["5000=Agents, 5 of them", "6000"] },
      '5000-5000="Agents, 5 of them", 6000-6000',
    ],
    [
      "where they touch a product's",
      { products: ["ipsec"], ports: ["4501"] },
      "4500-4501=IPSEC (KB 956189), own port",
    ],
    ["none where there are none", { products: ["ias"] }, ""],
  ])("%s", (_, choice, ports) => {
    expect(suggestionFrom(reportOf(choice)).ports).toBe(ports);
  });

  test.each<[string, string]>([
    ["a product of which a part is cut off", "RangeReserved 1645-1646 IAS (KB 956189)"],
    ["a row of an own table", "RangeReserved 7000-7009 Camera recorder (Site handbook)"],
  ])("%s", (_, finding) => {
    const [, range, ...who] = finding.split(" ");
    const report = readReport(JSON.stringify({ portkeep: "1", schema: 1, findings: [finding] }));
    expect(report && suggestionFrom(report)).toMatchObject({
      products: [],
      ports: `${range}=${who.join(" ")}`,
    });
  });

  test("without a label that the page would refuse", () => {
    const line = {
      portkeep: "1",
      schema: 1,
      findings: [`RangeOutside 5000-5001 ${"x".repeat(65)}`, "RangeOutside 6000-6000 <b>"],
    };
    const report = readReport(JSON.stringify(line));
    expect(report && suggestionFrom(report).ports).toBe("5000-5001, 6000-6000");
  });

  test("so that they lead to the same ranges", () => {
    const choice = { products: ["ias", "wireguard"], ports: ["1647-1650", "5000=A", "5001=B, C", "64000"] };
    const { products, ports } = suggestionFrom(reportOf(choice));
    expect(rangesOf({ products, ports: addPorts(ports) })).toEqual(rangesOf(choice));
  });
});
