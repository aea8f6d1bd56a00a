import { PortkeepError } from "../errors.ts";
import { parseDocument } from "../files/document.ts";
import { type Line, longestLine } from "../files/lines.ts";
import { spotIn } from "../files/spot.ts";
import type { Entry, Row, SiteSource } from "./source.ts";

/** Gives the sites of a JSON Lines file: one object a line. */
export async function* jsonLineSites(batches: AsyncIterable<Line[]>, file: string): SiteSource {
  for await (const lines of batches) {
    yield lines.filter(({ text }) => text.trim() !== "").map((line) => entryOf(line, file));
  }
}

function entryOf(line: Line, file: string): Entry {
  const fault = (error: PortkeepError, offset = 0) => {
    error.place = spotIn(file, line.text, offset, line.number - 1);
    return error;
  };
  if (!line.whole) return fault(new PortkeepError("line-too-long", { limit: longestLine }));
  try {
    return rowOf(JSON.parse(line.text), line, file);
  } catch (error) {
    if (error instanceof PortkeepError) return error;
    return fault(new PortkeepError("json-line", {}), offsetOf(error as SyntaxError, line.text));
  }
}

/** Gives a row. Throws `duplicate-key`, of which JSON.parse says nothing. */
function rowOf(value: unknown, { text, number: where }: Line, file: string): Row {
  const document = () => parseDocument(text, file, where - 1);
  if (typeof value !== "object" || value === null) return { where, lineOf, site: null, choice: "", document };
  const { site, ...choice } = value as Record<string, unknown>;
  // A colon after a quote is where a key ends, but for texts that no site may hold.
  const keys = text.match(/"\s*:/g)?.length ?? 0;
  if (keys !== Object.keys(value).length) document();
  return { where, lineOf, site, choice: JSON.stringify(choice), document };
}

function lineOf(where: number): number {
  return where;
}

/** Gives where a line stops being JSON, as far as Node.js tells it, or as far as its parts are none. */
function offsetOf({ message }: SyntaxError, text: string): number {
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Math.min(Number(told), text.length);
  return /^(?:[\s{}[\],:]|"(?:[^"\\]|\\.)*"|true|false|null|-?\d[\d.eE+-]*)*/.exec(text)?.[0].length ?? 0;
}
