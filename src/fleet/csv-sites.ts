import { type FilePlace, PortkeepError } from "../errors.ts";
import { type CsvRow, type Delimiter, readCsv } from "../files/csv.ts";
import { type Path, pathText, type SourceDocument } from "../files/document.ts";
import type { Line } from "../files/lines.ts";
import { spotIn } from "../files/spot.ts";
import { addItems, portsInCell } from "../plan/lists.ts";
import { type SiteKey, siteKeys } from "./site.ts";
import type { Entry, Row, SiteSource } from "./source.ts";

/** What the first row of a file says of the others. */
export interface Head {
  file: string;
  /** The key of each column, null for one without a name, which is empty in every row. */
  columns: (SiteKey | null)[];
  delimiter: Delimiter;
  siteColumn: number;
}

/** Gives the sites of a CSV file. Throws `unknown-key`, `duplicate-key`, `missing-key` for its first row. */
export async function* csvSites(batches: AsyncIterable<Line[]>, file: string): SiteSource {
  let head: Head | undefined;
  for await (const rows of readCsv(batches)) {
    const first = head ? undefined : rows.shift();
    if (first) head = headOf(first, file);
    const known = head;
    if (known) yield rows.map((row) => entryOf(row, known));
  }
}

/** Gives what the first row of a CSV file says, null where there is none. Throws as `csvSites` does. */
export async function csvHead(batches: AsyncIterable<Line[]>, file: string): Promise<Head | null> {
  for await (const [row] of readCsv(batches)) {
    if (row) return headOf(row, file);
  }
  return null;
}

function headOf(row: CsvRow, file: string): Head {
  const place = (index: number) => placeIn(row, file, index);
  if (row.fault) throw entryFault(row, file);
  const columns = row.cells.map((cell, index) => {
    const name = cell.trim().toLowerCase();
    if (name === "") return null;
    const column = siteKeys.find((key) => key.toLowerCase() === name);
    if (!column) throw new PortkeepError("unknown-key", { key: cell, known: [...siteKeys] }, place(index));
    return column;
  });
  const twice = columns.findIndex((column, index) => column && columns.indexOf(column) < index);
  if (twice >= 0) throw new PortkeepError("duplicate-key", { key: columns[twice] ?? "" }, place(twice));
  const siteColumn = columns.indexOf("site");
  if (siteColumn < 0) throw new PortkeepError("missing-key", { key: "site" }, place(0));
  return { file, columns, delimiter: row.delimiter, siteColumn };
}

function entryOf(row: CsvRow, head: Head): Entry {
  if (row.fault) return entryFault(row, head.file);
  // Spreadsheets leave out empty cells at the end of a row, or add some.
  const surplus = row.cells.findIndex((cell, index) => !head.columns[index] && cell.trim() !== "");
  if (surplus < 0) return new CsvSite(row, head);
  const text = row.cells[surplus]?.trim().slice(0, 200) ?? "";
  return new PortkeepError("cell-without-column", { text }, placeIn(row, head.file, surplus));
}

function entryFault({ fault, line, text }: CsvRow, file: string): PortkeepError {
  const { error, offset } = fault ?? { error: new PortkeepError("csv-quote-open", {}), offset: 0 };
  error.place = spotIn(file, text, offset, line - 1);
  return error;
}

class CsvSite implements Row {
  readonly where: number;
  readonly site: string;
  readonly choice: string;

  constructor(
    readonly row: CsvRow,
    readonly head: Head,
  ) {
    const { cells, line } = row;
    const { siteColumn } = head;
    this.where = line;
    this.site = (cells[siteColumn] ?? "").trim();
    cells[siteColumn] = "";
    this.choice = cells.join("\x1f");
  }

  lineOf(where: number): number {
    return where;
  }

  document(): SourceDocument {
    const { row, head } = this;
    const values = head.columns.flatMap((column, index): [SiteKey, unknown][] => {
      const text = (row.cells[index] ?? "").trim();
      if (column === "site") return [[column, this.site]];
      return column && text !== "" ? [[column, cellValue(column, text)]] : [];
    });
    return {
      value: Object.fromEntries(values),
      placeOf: (path: Path) => {
        const index = head.columns.indexOf(path[0] as SiteKey);
        return { ...placeIn(row, head.file, Math.max(0, index)), path: pathText(path) };
      },
    };
  }
}

function cellValue(column: SiteKey, text: string): unknown {
  if (column === "products") return addItems(text);
  return column === "ports" ? portsInCell(text) : text;
}

/** Gives the place of a cell. */
function placeIn({ text, delimiter, line }: CsvRow, file: string, index: number): FilePlace {
  let isQuoted = false;
  let cell = 0;
  let offset = 0;
  for (; offset < text.length && cell < index; offset++) {
    if (text[offset] === '"') isQuoted = !isQuoted;
    else if (text[offset] === delimiter && !isQuoted) cell++;
  }
  return spotIn(file, text, offset, line - 1);
}
