import { extname, resolve } from "node:path";
import { PortkeepError, throwAt } from "../../errors.ts";
import { readLines } from "../../files/lines.ts";
import { type OpenFile, openFile } from "../../files/read.ts";
import { decodeText, textLines } from "../../files/text.ts";
import { csvSites } from "../../fleet/csv-sites.ts";
import { documentSites, largestDocument, tooManySites } from "../../fleet/document-sites.ts";
import { jsonLineSites } from "../../fleet/json-line-sites.ts";
import type { SiteSource } from "../../fleet/source.ts";
import { readInput, type Source } from "../input.ts";

/** The forms in which a list of sites can be written. */
export const siteForms = ["csv", "jsonl", "yaml", "json"] as const;
export type SiteForm = (typeof siteForms)[number];

/** A list of sites that is being read. */
export interface SiteFile {
  file: string;
  source: SiteSource;
  /** How much of it was read when there are so many sites, from 0 to 1; null where nobody knows how much there is. */
  progress(sites: number): number | null;
}

/** Opens a list of sites, `-` for standard input. Throws `sites-form`, `sites-too-many`, `file-*`; reading it, what is wrong with its text. */
export async function openSites(file: string, form: SiteForm | undefined, io: Source): Promise<SiteFile> {
  const chosen = form ?? formOf(file);
  if (!chosen) throw new PortkeepError("sites-form", { forms: [...siteForms] }, { file });
  if (chosen === "yaml" || chosen === "json") {
    return { file, source: documentSites(await readDocument(file, io), file), progress: () => null };
  }
  const { size, chunks }: OpenFile =
    file === "-"
      ? { size: 0, chunks: io.stdin }
      : await openFile(resolve(io.cwd, file)).catch(throwAt({ file }));
  const counter = counted(chunks);
  const lines = textLines(placed(readLines(counter.chunks), file), file);
  const source = chosen === "csv" ? csvSites(lines, file) : jsonLineSites(lines, file);
  return { file, source, progress: () => (size > 0 ? Math.min(1, counter.bytes() / size) : null) };
}

/** Gives the form that a file's name tells, null where it tells none. */
export function formOf(file: string): SiteForm | null {
  const end = extname(file).slice(1).toLowerCase();
  return otherEnds.get(end) ?? siteForms.find((one) => one === end) ?? null;
}

const otherEnds = new Map<string, SiteForm>([
  ["ndjson", "jsonl"],
  ["yml", "yaml"],
]);

async function readDocument(file: string, io: Source): Promise<string> {
  try {
    return decodeText(await readInput(file, largestDocument, io), file);
  } catch (error) {
    if (error instanceof PortkeepError && error.code === "file-too-large") throw tooManySites(file);
    throw error;
  }
}

/** Gives what comes, and how many bytes of it have come. */
function counted(given: AsyncIterable<Uint8Array>) {
  let bytes = 0;
  async function* chunks() {
    for await (const chunk of given) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { chunks: chunks(), bytes: () => bytes };
}

/** Gives what comes, with the file as the place of an error. */
async function* placed<Item>(items: AsyncIterable<Item>, file: string): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    if (error instanceof PortkeepError) throwAt({ file })(error);
    throw error;
  }
}
