import { describe, expect, test } from "vitest";
import { ownReasons, planRanges, type Reason, tableReasons } from "../../src/plan/ranges.ts";
import { builtInTable } from "../../src/table/table.ts";

function reason(who: string, low: number, high: number): Reason {
  return { who, products: [], source: "test", class: null, ports: { low, high } };
}

const outline = (reasons: Reason[]) =>
  planRanges(reasons).map(({ low, high, reasons }) => [low, high, reasons.map(({ who }) => who).join(" ")]);

describe("planRanges", () => {
  test("gives nothing for nothing", () => {
    expect(planRanges([])).toEqual([]);
  });

  test("lists a range's reasons by their ports", () => {
    expect(outline([reason("C", 12, 20), reason("A", 10, 11), reason("B", 10, 15)])).toEqual([
      [10, 20, "A B C"],
    ]);
  });

  test("gives each reason to one range", () => {
    expect(outline([reason("B", 20, 20), reason("A", 10, 11), reason("C", 21, 30)])).toEqual([
      [10, 11, "A"],
      [20, 30, "B C"],
    ]);
  });

  test("keeps two reasons for the same ports", () => {
    expect(outline([reason("A", 10, 10), reason("B", 10, 10)])).toEqual([[10, 10, "A B"]]);
  });
});

describe("tableReasons", () => {
  test("names a shared row once, with the products that were chosen", () => {
    const shared = (products: string[]) =>
      tableReasons(products, builtInTable).filter(({ ports }) => ports.low === 1745);
    expect(shared(["isa-2000", "isa-2004"])).toEqual([
      {
        who: "ISA Server",
        products: ["isa-2000", "isa-2004"],
        source: "KB 956189",
        class: "documented",
        ports: { low: 1745, high: 1745 },
      },
    ]);
    expect(shared(["isa-2004"])).toMatchObject([{ products: ["isa-2004"] }]);
  });

  test("gives nothing for no product", () => {
    expect(tableReasons([], builtInTable)).toEqual([]);
  });
});

describe("ownReasons", () => {
  test("names own ports by their label, or as own ports", () => {
    const own = [
      { low: 5000, high: 5001, label: "Backup" },
      { low: 6000, high: 6000, label: "" },
    ];
    expect(ownReasons(own)).toEqual([
      { who: "Backup", products: [], source: "own choice", class: null, ports: { low: 5000, high: 5001 } },
      { who: "own port", products: [], source: "own choice", class: null, ports: { low: 6000, high: 6000 } },
    ]);
  });
});
