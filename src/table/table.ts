import type { z } from "zod";
import conflicts from "./conflicts.json";
import type { tableSchema } from "./schema.ts";

export type ConflictTable = z.infer<typeof tableSchema>;
export type System = ConflictTable["systems"][number];
export type Product = ConflictTable["products"][number];
export type Bundle = ConflictTable["bundles"][number];
export type Row = ConflictTable["rows"][number];
export type Source = ConflictTable["sources"][number];

/** The conflict table of KB 956189. A test, not the program's start, checks it against its schema. */
export const builtInTable = conflicts as ConflictTable;
