import { z } from "zod";
import { errors } from "../src/cli/english/errors.ts";
import { causeText } from "../src/cli/text/error-text.ts";
import { faultsOf } from "../src/table/faults.ts";
import { tableSchema } from "../src/table/schema.ts";

/** Throws an error that names each fault of a built-in table, by the checks that a user's own table goes through. */
export function checkBuiltIn(table: unknown): void {
  const { success, data, error } = tableSchema.safeParse(table);
  if (!success) throw new Error(`src/table/conflicts.json:\n${z.prettifyError(error)}`);
  const faults = faultsOf(data, {
    sources: [],
    systems: [],
    products: [],
    bundles: [],
    rows: [],
    $schema: "",
  });
  if (faults.length === 0) return;
  const lines = faults.map(({ error, path }) => `${path.join(".")}: ${causeText(error, errors)}`);
  throw new Error(`src/table/conflicts.json:\n${lines.join("\n")}`);
}
