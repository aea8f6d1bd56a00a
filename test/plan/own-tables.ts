import fc from "fast-check";
import type { Choice } from "../../src/plan/choice.ts";
import type { OwnTable, Row } from "../../src/table/table.ts";

const label = fc
  .string({ unit: fc.constantFrom(..."abcXYZ019 ._,()/:+-"), minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== "");

const ids = ["game", "camera", "backup"];

const row: fc.Arbitrary<Row> = fc
  .record({
    low: fc.integer({ min: 1025, max: 2000 }),
    length: fc.nat({ max: 9 }),
    program: label,
    products: fc.uniqueArray(fc.constantFrom(...ids, "ias"), { minLength: 1 }),
    source: fc.constantFrom("KB 956189", "handbook"),
    note: fc.constantFrom(undefined, "a note with 'quotes'"),
  })
  .map(({ low, length, note, ...rest }) => ({
    ports: `${low}-${low + length}`,
    ...rest,
    ...(note === undefined ? {} : { note }),
  }));

/** Tables without a fault: every product has a row, every reference leads somewhere. */
export const ownTables: fc.Arbitrary<OwnTable> = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 6 }), name: label, home: fc.boolean() })
  .map(({ rows, name, home }) => ({
    sources: [{ id: "handbook", title: "What's what" }],
    systems: [
      { id: "home", name, version: "5.2", powershell: true, backends: ["reserved-ports" as const] },
      { id: "elsewhere", name, version: "5.2", powershell: true, backends: ["reserved-ports" as const] },
    ],
    products: ids
      .filter((id) => rows.some((entry) => entry.products.includes(id)))
      .map((id) => ({ id, name, ...(home ? { systems: ["home", "elsewhere"] } : {}) })),
    rows,
  }));

/** Choices of some of a table's products, and of a built-in one. */
export const tableChoices: fc.Arbitrary<Choice> = ownTables.chain((table) =>
  fc
    .record({
      chosen: fc.subarray([...(table.products ?? []).map(({ id }) => id), "ias", "l2tp"], { minLength: 1 }),
      ports: fc.constantFrom([], ["3000-3001=Own"]),
    })
    .map(({ chosen, ports }) => ({ products: chosen, ports, os: "home", table })),
);
