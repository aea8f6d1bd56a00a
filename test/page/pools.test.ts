import { describe, expect, test } from "vitest";
import { oddsFor, poolsFor } from "../../src/page/pools.ts";
import type { Report } from "../../src/page/report.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { findSystem } from "../../src/table/lookup.ts";
import { builtInTable } from "../../src/table/table.ts";

const old = ["49152-65535", "1024-60000", "1024-65535"];
const report: Report = {
  ...{
    version: "1.0.0",
    computer: "SRV1",
    action: "Report",
    message: "",
    backend: "",
    ranges: [],
    notChosen: [],
  },
  ...{ findings: [], truncated: false, pool: { draws: 10_000, low: 1024, high: 11_023 } },
};

describe("the pools to show", () => {
  test.each<[string | null, string[]]>([
    [null, [...old, "49152-65535"]],
    ["windows-2000-server", old],
    ["sbs-2003-premium", old],
    ["windows-server-2008-r2", ["49152-65535"]],
    ["windows-server-2025", ["49152-65535"]],
  ])("on %s", (id, pools) => {
    const system = (id && findSystem(builtInTable, id)) || null;
    expect(poolsFor(system, null).map(({ low, high }) => `${low}-${high}`)).toEqual(pools);
  });

  test("are the one of the server that reported", () => {
    expect(poolsFor(null, report)).toMatchObject([
      { low: 1024, high: 11_023, draws: 10_000, computer: "SRV1" },
    ]);
  });

  test("are those to expect where the report tells of none", () => {
    expect(poolsFor(null, { ...report, pool: null })).toHaveLength(4);
  });
});

test("the odds are for all ranges together, by what that server draws", () => {
  const [pool] = poolsFor(null, { ...report, pool: { draws: 2500, low: 2001, high: 7000 } });
  const { ranges } = makePlan({ ports: ["3000", "4000", "9000"] });
  if (!pool) throw new Error("the report has a pool");
  // Neither of the two that are in the pool is among half of its ports: 1/2 times 2499/4999.
  expect(oddsFor(ranges, pool)).toBeCloseTo(1 - (1 / 2) * (2499 / 4999), 10);
  const [all] = poolsFor(null, report);
  expect(all && oddsFor(ranges, all)).toBe(1);
});
