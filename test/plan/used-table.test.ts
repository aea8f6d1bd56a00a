import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/plan/plan.ts";
import { usedTable } from "../../src/plan/used-table.ts";
import { formatRange } from "../../src/ports/range.ts";
import { ownTableSchema } from "../../src/table/schema.ts";
import type { OwnTable } from "../../src/table/table.ts";
import { tableChoices } from "./own-tables.ts";

const home = {
  id: "home",
  name: "Home",
  version: "5.2",
  powershell: true,
  backends: ["reserved-ports" as const],
};
const table: OwnTable = {
  sources: [
    { id: "manual", title: "The manual", url: "https://example.org/" },
    { id: "unused", title: "Another" },
  ],
  systems: [home, { ...home, id: "other" }],
  products: [
    { id: "game", name: "Game", systems: ["other", "home"] },
    { id: "camera", name: "Camera" },
  ],
  bundles: [{ id: "kit", name: "Kit", system: "home", products: ["game"] }],
  rows: [
    { ports: "7000-7001", program: "Game", products: ["camera", "game"], source: "manual", note: "x" },
    { ports: "6000-6000", program: "Game", products: ["game"], source: "KB 956189", condition: "y" },
    { ports: "5000-5000", program: "Camera", products: ["camera"], source: "manual" },
    {
      ports: "1814-1814",
      program: "Radius",
      products: ["ias"],
      class: "moved-range" as const,
      source: "manual",
    },
  ],
};

describe("what a plan takes from an own table", () => {
  test("is the chosen products with their systems, rows and sources, without what only explains", () => {
    expect(usedTable(table, ["game"], "home")).toEqual({
      sources: [{ id: "manual" }],
      systems: [home, { ...home, id: "other" }],
      products: [{ id: "game", name: "Game", systems: ["home", "other"] }],
      rows: [
        { ports: "6000-6000", program: "Game", products: ["game"], source: "KB 956189" },
        { ports: "7000-7001", program: "Game", products: ["game"], source: "manual" },
      ],
    });
  });

  test("may be rows alone, for a product of the built-in table", () => {
    expect(usedTable(table, ["ias"], null)).toEqual({
      sources: [{ id: "manual" }],
      rows: [
        { ports: "1814-1814", program: "Radius", products: ["ias"], class: "moved-range", source: "manual" },
      ],
    });
  });

  test("may be a system alone", () => {
    expect(usedTable(table, ["l2tp"], "home")).toEqual({ systems: [home] });
  });

  test("is nothing where nothing of it was chosen", () => {
    expect(usedTable(table, ["l2tp"], "windows-server-2003")).toBeNull();
    expect(usedTable({}, ["ias"], null)).toBeNull();
  });
});

describe("a plan with an own table", () => {
  test("reserves its rows beside those of the built-in one", () => {
    const { recipe, system, ranges } = makePlan({ products: ["kit", "ias"], table });
    expect(ranges.map(formatRange)).toEqual(["1645-1646", "1812-1814", "6000-6000", "7000-7001"]);
    expect(ranges[1]?.reasons.map(({ who, source }) => `${who} ${source}`)).toEqual([
      "IAS KB 956189",
      "Radius manual",
    ]);
    expect(system?.name).toBe("Home");
    expect(recipe).toMatchObject({ products: ["game", "ias"], os: "home" });
  });

  test("of which nothing was chosen is the plan without it", () => {
    expect(JSON.stringify(makePlan({ products: ["l2tp"], table }))).toBe(
      JSON.stringify(makePlan({ products: ["l2tp"] })),
    );
  });

  test("comes back from its recipe, also through JSON, whose table has the form of a file's", () => {
    fc.assert(
      fc.property(tableChoices, (choice) => {
        const plan = makePlan(choice);
        const recipe = JSON.parse(JSON.stringify(plan.recipe));
        expect(makePlan(recipe)).toEqual(plan);
        expect(JSON.stringify(makePlan(recipe).recipe)).toBe(JSON.stringify(plan.recipe));
        if (recipe.table) expect(ownTableSchema.parse(recipe.table)).toEqual(recipe.table);
      }),
    );
  });

  test("is the same whatever the order in the table", () => {
    fc.assert(
      fc.property(tableChoices, (choice) => {
        const turned = Object.fromEntries(
          Object.entries(choice.table ?? {}).map(([list, entries]) => [
            list,
            (entries as object[]).toReversed(),
          ]),
        );
        expect(JSON.stringify(makePlan({ ...choice, table: turned }))).toBe(JSON.stringify(makePlan(choice)));
      }),
    );
  });

  test("reserves the rows of the chosen products and no other", () => {
    fc.assert(
      fc.property(tableChoices, (choice) => {
        const wanted = new Set(
          ["1645", "1646", "1812", "1813"].filter(() => choice.products?.includes("ias")),
        );
        if (choice.products?.includes("l2tp")) wanted.add("1701");
        const rows =
          choice.table?.rows?.filter((row) => row.products.some((id) => choice.products?.includes(id))) ?? [];
        const texts = [
          ...rows.map((row) => row.ports),
          ...(choice.ports ?? []).map((port) => port.replace(/=.*/, "")),
        ];
        for (const text of texts) {
          const [low = 0, high = low] = text.split("-").map(Number);
          for (let port = low; port <= high; port++) wanted.add(String(port));
        }
        const reserved = makePlan(choice).ranges.flatMap(({ low, high }) =>
          Array.from({ length: high - low + 1 }, (_, index) => String(low + index)),
        );
        expect(new Set(reserved)).toEqual(wanted);
      }),
    );
  });
});

describe("the limit counts an own table's ports", () => {
  const wide = (ports: string): OwnTable => ({
    products: [{ id: "wide", name: "Wide" }],
    rows: [{ ports, program: "Wide", products: ["wide"], source: "KB 956189" }],
  });

  test.each([
    ["1,024 of the table", "2000-3023", [], null],
    ["1,025 of the table", "2000-3024", [], 1025],
    ["1,024 of both", "2000-2511", ["4000-4511"], null],
    ["1,025 of both", "2000-2511", ["4000-4512"], 1025],
    ["1,024 of both, partly the same", "2000-3023", ["2000-2511"], null],
  ])("%s", (_, rows, ports, count) => {
    const attempt = (allowWide: boolean) =>
      makePlan({ products: ["wide"], ports, table: wide(rows), allowWide });
    if (count === null) {
      expect(attempt(false).recipe.allowWide).toBe(false);
    } else {
      expect(() => attempt(false)).toThrow(
        expect.objectContaining({ facts: { count, limit: 1024, limitWide: 1999 } }),
      );
      expect(attempt(true).recipe.allowWide).toBe(true);
    }
  });

  test("but not those of rows that were not chosen", () => {
    expect(() => makePlan({ products: ["ias"], table: wide("1025-65535") })).not.toThrow();
  });
});

test("a table with a fault is refused, whoever hands it over", () => {
  const broken = { rows: [{ ports: "7000-7000", program: "x", products: ["frob"], source: "KB 956189" }] };
  expect(() => makePlan({ products: ["ias"], table: broken })).toThrow(
    expect.objectContaining({ code: "unknown-reference" }),
  );
});
