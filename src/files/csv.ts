import Papa from "papaparse";
import { PortkeepError } from "../errors.ts";
import { type Line, longestLine } from "./lines.ts";

/** A row of a CSV file: its cells, or what is wrong with it. */
export interface CsvRow {
  /** The number of its first line. */
  line: number;
  /** As it stands in the file; lines that belong to one row are joined by LF. */
  text: string;
  /** What stands between its cells: the same in every row of a file. */
  delimiter: Delimiter;
  cells: string[];
  /** What is wrong, and where in the text; null for a good row. */
  fault: { error: PortkeepError; offset: number } | null;
}

/** Spreadsheets put a semicolon between cells where the comma belongs to numbers. */
const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Gives what stands between the cells, by the first line that is not blank. */
function delimiterOf(head: string): Delimiter {
  const count = (sign: string) => head.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Gives the rows of a file, batch by batch, without the empty ones. Where a row's quotes do not fit, only its first
 * line is lost: the next line begins a new row.
 */
export async function* readCsv(batches: AsyncIterable<Line[]>): AsyncGenerator<CsvRow[]> {
  let delimiter: Delimiter | undefined;
  let open: Line[] = [];
  for await (const lines of batches) {
    const head = lines.find(({ text }) => !isBlank(text));
    if (head) delimiter ??= delimiterOf(head.text);
    const { rows, rest } = rowsIn([...open, ...lines], delimiter, false);
    open = rest;
    yield rows;
  }
  yield rowsIn(open, delimiter, true).rows;
}

/** Gives the rows in these lines, and the lines at their end that wait for a quote to close. */
function rowsIn(lines: readonly Line[], delimiter: Delimiter = ",", isEnd: boolean) {
  const rows: CsvRow[] = [];
  let index = 0;
  for (let line = lines[index]; line; line = lines[index]) {
    const end = hasOddQuotes(line) ? endOfRow(lines, index) : index + 1;
    if (end === "beyond" && !isEnd) break;
    const several =
      typeof end === "number" && end > index + 1 && joinedRow(lines.slice(index, end), delimiter);
    if (several) rows.push(several);
    else if (!isBlank(line.text)) rows.push(rowOf(line, delimiter));
    index = several ? end : index + 1;
  }
  fillCells(
    rows.filter(({ cells, fault }) => cells.length === 0 && !fault),
    delimiter,
  );
  return { rows, rest: lines.slice(index) };
}

/** Gives a line as a row, whose cells, where it has a quote, are found later. */
function rowOf({ number, text, whole }: Line, delimiter: Delimiter): CsvRow {
  const error = whole ? null : new PortkeepError("line-too-long", { limit: longestLine });
  // Without a quote there is nothing in CSV but what stands between cells, and most rows have none.
  const cells = text.includes('"') ? [] : text.split(delimiter);
  return { line: number, text, delimiter, cells, fault: error && { error, offset: 0 } };
}

/** Gives several lines as one row, or null where they are none: the quote opened nothing. */
function joinedRow(lines: readonly Line[], delimiter: Delimiter): CsvRow | null {
  const text = lines.map((line) => line.text).join("\n");
  const { data, errors } = parse(text, delimiter);
  const [cells, ...others] = data;
  if (!cells || others.length > 0 || errors.length > 0) return null;
  return { line: lines[0]?.number ?? 1, text, delimiter, cells, fault: null };
}

/** Gives rows with quotes their cells: all at once, and one by one where there is something wrong with any. */
function fillCells(rows: readonly CsvRow[], delimiter: Delimiter): void {
  const { data, errors } = parse(rows.map(({ text }) => text).join("\n"), delimiter);
  const isGood = errors.length === 0 && data.length === rows.length;
  for (const [index, row] of rows.entries()) {
    if (isGood) row.cells = data[index] ?? [];
    else fillRow(row, delimiter);
  }
}

function fillRow(row: CsvRow, delimiter: Delimiter): void {
  const { data, errors } = parse(row.text, delimiter);
  row.cells = data[0] ?? [];
  const [error] = errors;
  if (!error) return;
  const code = error.code === "MissingQuotes" ? "csv-quote-open" : "csv-quote-inside";
  // The library tells the place after the quote that opens.
  row.fault = { error: new PortkeepError(code, {}), offset: Math.max(0, (error.index ?? 0) - 1) };
}

function parse(text: string, delimiter: Delimiter) {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n" });
}

/** Gives the index after the line in which the quotes of a row close. */
function endOfRow(lines: readonly Line[], start: number): number | "beyond" | "nowhere" {
  let length = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    // With its end: lines may be empty.
    length += 1 + (line?.text.length ?? 0);
    if (!line?.whole || length > longestLine) return "nowhere";
    if (index > start && hasOddQuotes(line)) return index + 1;
  }
  return "beyond";
}

function hasOddQuotes({ text }: Line): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

/** Says whether a line has nothing in any cell, whatever stands between them, as spreadsheets leave some at the end. */
function isBlank(text: string): boolean {
  return /^[\s,;]*$/.test(text);
}
