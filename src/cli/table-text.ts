import { findProduct } from "../table/lookup.ts";
import type { ConflictTable, Row, Source } from "../table/table.ts";

/** Gives products as a person knows them: each name, with the id to choose it by. */
export function productNames(table: ConflictTable, ids: readonly string[]): string {
  return ids.map((id) => `${findProduct(table, id)?.name} (${id})`).join(", ");
}

/** Gives a source with what is known of it. */
export function sourceText({ id, publisher, title, url }: Source): string {
  return `${id}: ${publisher}, "${title}", ${url}`;
}

/** Gives a row as the commands show it in JSON, with every key. */
export function rowJson({ ports, program, protocol, condition, note, source }: Row) {
  return { ports, program, protocol, condition: condition ?? null, note: note ?? null, source };
}
