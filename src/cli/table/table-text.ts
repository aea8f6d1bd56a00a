import { findProduct } from "../../table/lookup.ts";
import type { ConflictTable, Row, Source } from "../../table/table.ts";
import type { Texts } from "../text/language.ts";

export type TableWords = Texts["reports"]["table"];

/** Gives products as a person knows them: each name, with the id to choose it by. */
export function productNames(table: ConflictTable, ids: readonly string[]): string {
  return ids.map((id) => `${findProduct(table, id)?.name} (${id})`).join(", ");
}

/** Gives the transport protocol of a row; the DNS Server takes none but UDP ports. */
export function protocolOf({ protocol = "udp" }: Row): string {
  return protocol.toUpperCase();
}

/** Gives how a row comes to the conflict. */
export function classOf({ class: given = "documented" }: Row) {
  return given;
}

/** Gives when a row applies, in the user's language where it is built in; empty where the row does not say. */
export function conditionOf({ condition }: Row, { said }: TableWords): string {
  return condition === undefined ? "" : said(condition);
}

/** Gives the notes of rows as sentences, likewise. */
export function notesOf(rows: readonly Row[], { said }: TableWords): string[] {
  return rows.flatMap(({ ports, note }) => (note ? [`${ports}: ${said(note)}.`] : []));
}

/** Gives a source with what is known of it. */
export function sourceText({ id, publisher, title, url }: Source): string {
  const facts = [publisher, title && `"${title}"`, url].filter((fact) => fact !== undefined);
  return facts.length > 0 ? `${id}: ${facts.join(", ")}` : id;
}

/** Gives a source as the commands show it in JSON, with every key. */
export function sourceJson({ id, title, publisher, date, url }: Source) {
  return { id, title: title ?? null, publisher: publisher ?? null, date: date ?? null, url: url ?? null };
}

/** Gives a row as the commands show it in JSON, with every key. */
export function rowJson(row: Row) {
  const { ports, program, protocol = "udp", condition, note, source } = row;
  return {
    ports,
    program,
    protocol,
    class: classOf(row),
    condition: condition ?? null,
    note: note ?? null,
    source,
  };
}
