import type { z } from "zod";
import conflicts from "./conflicts.json";
import type { ownTableSchema, tableSchema } from "./schema.ts";

export type ConflictTable = z.infer<typeof tableSchema>;
export type System = ConflictTable["systems"][number];
export type Product = ConflictTable["products"][number];
export type Bundle = ConflictTable["bundles"][number];
export type Row = ConflictTable["rows"][number];
export type Source = ConflictTable["sources"][number];

/** What a user adds to the built-in table. */
export type OwnTable = z.infer<typeof ownTableSchema>;

/** The conflict table: KB 956189, and what is known of Windows since. A test, not the program's start, checks it against its schema. */
export const builtInTable = conflicts as ConflictTable;

/** Gives a table with what a user's own table adds to it. */
export function withOwnTable(table: ConflictTable, own: OwnTable = {}): ConflictTable {
  const { sources = [], systems = [], products = [], bundles = [], rows = [] } = own;
  return {
    ...table,
    sources: [...table.sources, ...sources],
    systems: [...table.systems, ...systems],
    products: [...table.products, ...products],
    bundles: [...table.bundles, ...bundles],
    rows: [...table.rows, ...rows],
  };
}
