import { checkDocument, inOrder } from "../../files/check.ts";
import { parseDocument } from "../../files/document.ts";
import { decodeText } from "../../files/text.ts";
import { faultsOf } from "../../table/faults.ts";
import { ownTableSchema } from "../../table/schema.ts";
import { builtInTable, type OwnTable } from "../../table/table.ts";
import { readInput } from "../input.ts";
import type { Io } from "../io.ts";

// More than a thousand rows, and a second's work however they are written.
const largest = 128 * 1024;

/** Gives the table in a YAML or JSON file. Throws a PortkeepError, or an AggregateError of several, each at its place. */
export async function loadOwnTable(file: string, io: Io): Promise<OwnTable> {
  const text = decodeText(await readInput(file, largest, io), file);
  const document = parseDocument(text, file);
  const own = checkDocument(document, ownTableSchema);
  const faults = faultsOf(own, builtInTable);
  if (faults.length > 0) throw inOrder(faults, document);
  return own;
}
