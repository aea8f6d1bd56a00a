import { PortkeepError } from "../../errors.ts";
import { readLines } from "../../files/lines.ts";
import { csvHead } from "../../fleet/csv-sites.ts";
import { type SiteKey, siteKeys } from "../../fleet/site.ts";
import { SiteList } from "../../fleet/site-list.ts";
import type { CsvForm } from "../../fleet/site-text.ts";
import type { Entry } from "../../fleet/source.ts";
import { takeId } from "../../fleet/take-id.ts";
import { formOf, openSites } from "../build/sites.ts";
import { readInput, type Source } from "../input.ts";

/** The forms of a list that can get new sites at its end. */
const openForms = ["csv", "jsonl", "yaml"] as const;
export type OpenForm = (typeof openForms)[number];

/** A list of sites that is to get more of them. */
export interface OpenList {
  file: string;
  form: OpenForm;
  /** Null where there is no such file yet. */
  bytes: Uint8Array | null;
  entries: Entry[];
  ids: SiteList;
  /** Null where there are no rows yet, or none of CSV. */
  csv: CsvForm | null;
}

const largest = 100_000_000;

/** Gives the form in which a file's name says that sites are to be written. Throws `sites-form-unwritten`. */
export function formToWrite(file: string): OpenForm {
  const form = openForms.find((one) => one === formOf(file));
  if (!form) throw new PortkeepError("sites-form-unwritten", { forms: [...openForms] }, { file });
  return form;
}

/** Opens the list in a file, which may not be there yet. Throws `sites-form-unwritten`, and what reading the list throws. */
export async function openList(file: string, io: Source): Promise<OpenList> {
  const form = formToWrite(file);
  const bytes = await readInput(file, largest, io).catch(nullIfMissing);
  const entries = bytes ? await entriesIn(file, form, io) : [];
  const csv = bytes && form === "csv" ? await csvHead(readLines(chunksOf(bytes)), file) : null;
  return { file, form, bytes, entries, ids: idsOf(entries), csv };
}

/** Gives the keys that a site in a list can have. */
export function keysOf({ csv }: OpenList): readonly SiteKey[] {
  return csv ? csv.columns.filter((key) => key !== null) : siteKeys;
}

/** Gives all that `build` finds in a list. Throws what reading it throws. */
export async function entriesIn(file: string, form: OpenForm, io: Source): Promise<Entry[]> {
  const { source } = await openSites(file, form, io);
  const entries: Entry[] = [];
  for await (const some of source) {
    for (const entry of some) entries.push(entry);
  }
  return entries;
}

/** Gives bytes as a stream does. */
export async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Gives the ids of a list's good entries; what is wrong with the others is for `build` to tell. */
function idsOf(entries: readonly Entry[]): SiteList {
  const ids = new SiteList();
  for (const entry of entries) {
    if (entry instanceof PortkeepError || typeof entry.site !== "string") continue;
    try {
      takeId(ids, entry.site, entry);
    } catch (error) {
      if (!(error instanceof PortkeepError)) throw error;
    }
  }
  return ids;
}

function nullIfMissing(error: unknown): null {
  if (error instanceof PortkeepError && error.code === "file-missing") return null;
  throw error;
}
