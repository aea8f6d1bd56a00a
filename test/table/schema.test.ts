import { expect, test } from "vitest";
import { tableSchema } from "../../src/table/schema.ts";
import { builtInTable } from "../../src/table/table.ts";

/** Gives the paths at which the schema finds fault with the built-in table once `edit` has been at it. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to break the type
function faults(edit: (table: any) => void): string[] {
  const table = structuredClone(builtInTable);
  edit(table);
  const result = tableSchema.safeParse(table);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join("."));
}

test("finds no fault in an unbroken table", () => {
  expect(faults(() => {})).toEqual([]);
});

test.each<[string, Parameters<typeof faults>[0], string]>([
  [
    "a row's ports are a number",
    (table) => {
      table.rows[0].ports = 1645;
    },
    "rows.0.ports",
  ],
  [
    "a single port is written once",
    (table) => {
      table.rows[1].ports = "1701";
    },
    "rows.1.ports",
  ],
  [
    "a row has no product",
    (table) => {
      table.rows[2].products = [];
    },
    "rows.2.products",
  ],
  [
    "a row has no source",
    (table) => {
      delete table.rows[3].source;
    },
    "rows.3.source",
  ],
  [
    "a protocol is not UDP",
    (table) => {
      table.rows[3].protocol = "tcp";
    },
    "rows.3.protocol",
  ],
  [
    "a key is misspelt",
    (table) => {
      table.rows[3].notes = "x";
    },
    "rows.3",
  ],
  [
    "a text is not ASCII",
    (table) => {
      table.rows[4].program = "naïef";
    },
    "rows.4.program",
  ],
  [
    "a text holds a line break",
    (table) => {
      table.rows[4].program = "IAS\nx";
    },
    "rows.4.program",
  ],
  [
    "a text is empty",
    (table) => {
      table.products[0].name = "";
    },
    "products.0.name",
  ],
  [
    "an id holds a capital",
    (table) => {
      table.products[0].id = "IAS";
    },
    "products.0.id",
  ],
  [
    "a condition is there but undefined",
    (table) => {
      table.rows[0].condition = undefined;
    },
    "rows.0.condition",
  ],
  [
    "a backend is unknown",
    (table) => {
      table.systems[0].backends = ["magic"];
    },
    "systems.0.backends.0",
  ],
  [
    "a class is unknown",
    (table) => {
      table.rows[0].class = "rare";
    },
    "rows.0.class",
  ],
  [
    "a bundle is empty",
    (table) => {
      table.bundles[0].products = [];
    },
    "bundles.0.products",
  ],
  [
    "a source's date is not one",
    (table) => {
      table.sources[0].date = "31 July 2008";
    },
    "sources.0.date",
  ],
])("finds the place where %s", (_, edit, place) => {
  expect(faults(edit)).toEqual([place]);
});
