import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { at, PortkeepError } from "../../errors.ts";
import { withLock } from "../../files/lock.ts";
import { replaceFile } from "../../files/write.ts";
import { type Site, siteKeys } from "../../fleet/site.ts";
import { type CsvForm, csvRows, jsonLines, yamlItems } from "../../fleet/site-text.ts";
import { takeId } from "../../fleet/take-id.ts";
import type { Source } from "../input.ts";
import { chunksOf, entriesIn, formToWrite, keysOf, type OpenList, openList } from "./open-list.ts";

/** What was written to a list of sites. */
export interface Added {
  file: string;
  isNew: boolean;
  added: readonly Site[];
  /** How many sites the list has now. */
  sites: number;
}

/** The place of a site that has no line yet. */
export const unwritten = { where: 0, lineOf: () => null };

/** In milliseconds: many times what it takes to add to a list of a million sites. */
const patience = 30_000;

const newCsv: CsvForm = { columns: ["site", "products", "ports", "os", "reboot"], delimiter: "," };

/**
 * Writes sites to the end of the list in a file, or into a new file. What stands there stays as it is, byte for byte;
 * what others add at the same time stays too. Throws `site-id-taken`, `sites-column-missing`, `sites-not-extended`,
 * `sites-locked`, `cannot-write`, and what `openList` throws.
 */
export async function addSites(file: string, added: readonly Site[], io: Source): Promise<Added> {
  formToWrite(file);
  const named = resolve(io.cwd, file);
  // All names of a list have the same lock.
  const path = await realpath(named).catch(() => named);
  const locked = (lock: string) => new PortkeepError("sites-locked", { lock }, { file });
  return withLock(path, { patience, locked }, () => extend(path, { file, added, io }));
}

async function extend(
  path: string,
  { file, added, io }: { file: string; added: readonly Site[]; io: Source },
): Promise<Added> {
  // Read anew: whoever answers questions has time to change the list meanwhile.
  const list = await openList(file, io);
  checkColumns(list, added);
  for (const { site } of added) at({ file }, () => takeId(list.ids, site, unwritten));
  const bytes = extended(list, added);
  if (!(await readsBack(bytes, list, added))) throw new PortkeepError("sites-not-extended", {}, { file });
  await replaceFile(path, bytes);
  return { file, isNew: !list.bytes, added, sites: list.entries.length + added.length };
}

/** Throws `sites-column-missing` where a list has no place for what sites say. */
export function checkColumns(list: OpenList, sites: readonly Partial<Site>[]): void {
  const known = keysOf(list);
  const keys = siteKeys.filter((key) => !known.includes(key) && sites.some((site) => key in site));
  if (keys.length > 0) throw new PortkeepError("sites-column-missing", { keys }, { file: list.file });
}

function extended({ form, bytes, csv }: OpenList, added: readonly Site[]): Buffer {
  const before = Buffer.from(bytes ?? []);
  const isLineOpen = before.length > 0 && before.at(-1) !== 0x0a;
  const head = form === "csv" && !csv ? `${newCsv.columns.join(newCsv.delimiter)}\n` : "";
  const rows = { csv: csvRows, jsonl: jsonLines, yaml: yamlItems }[form](added, csv ?? newCsv);
  const text = `${isLineOpen ? "\n" : ""}${head}${rows}`;
  // No value can hold a line end.
  return Buffer.concat([before, Buffer.from(hasCrlf(before, form) ? text.replaceAll("\n", "\r\n") : text)]);
}

/** Says whether lines end as Windows ends them: as the first one does, and in a new file those of CSV. */
function hasCrlf(before: Buffer, form: OpenList["form"]): boolean {
  const end = before.indexOf("\n");
  return end >= 0 ? before[end - 1] === 0x0d : form === "csv";
}

/** Says whether `build` reads a list as it did, with the new sites after that. */
async function readsBack(
  bytes: Buffer,
  { form, entries }: OpenList,
  added: readonly Site[],
): Promise<boolean> {
  const found = await entriesIn("-", form, { stdin: chunksOf(bytes), cwd: "" }).catch(noneIfRefused);
  const last = found.slice(entries.length);
  const sites = last.map((entry) => (entry instanceof PortkeepError ? null : entry.document().value));
  return isDeepStrictEqual(sites, added);
}

function noneIfRefused(error: unknown): [] {
  if (error instanceof PortkeepError) return [];
  throw error;
}
