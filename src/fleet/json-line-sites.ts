import { PortkeepError } from "../errors.ts";
import { parseDocument, type SourceDocument } from "../files/document.ts";
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
  if (!line.whole) {
    return faultAt(new PortkeepError("line-too-long", { limit: longestLine }), line, { file, offset: 0 });
  }
  try {
    return new JsonLineSite(line, file);
  } catch (error) {
    if (error instanceof PortkeepError) return error;
    throw error;
  }
}

// Without an escape in the value, which no id has.
const siteMember = /"site"\s*:\s*"([^"\\]*)"/;

/**
 * A line is read as JSON only where the rest of it, without the site, was not read before: what is the same but for a
 * site was found in order, or is not remembered.
 */
class JsonLineSite implements Row {
  readonly where: number;
  readonly site: unknown;
  readonly choice: string;

  constructor(
    readonly line: Line,
    readonly file: string,
  ) {
    const { number, text } = line;
    const member = siteMember.exec(text);
    this.where = number;
    this.site = member ? member[1] : siteIn(parseLine(line, file));
    // With a mark where the site stood: elsewhere the same rest is another line, which may be no JSON.
    this.choice = member
      ? `${text.slice(0, member.index)}\n${text.slice(member.index + member[0].length)}`
      : text;
  }

  lineOf(where: number): number {
    return where;
  }

  document(): SourceDocument {
    parseLine(this.line, this.file);
    // It tells of keys that are there twice, too.
    return parseDocument(this.line.text, this.file, this.line.number - 1);
  }
}

function parseLine(line: Line, file: string): unknown {
  try {
    return JSON.parse(line.text);
  } catch (error) {
    const offset = offsetOf(error as SyntaxError, line.text);
    throw faultAt(new PortkeepError("json-line", {}), line, { file, offset });
  }
}

function siteIn(value: unknown): unknown {
  return typeof value === "object" && value !== null && "site" in value ? value.site : null;
}

/** Gives where a line stops being JSON, as far as Node.js tells it, or as far as its parts are none. */
function offsetOf({ message }: SyntaxError, text: string): number {
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Math.min(Number(told), text.length);
  return /^(?:[\s{}[\],:]|"(?:[^"\\]|\\.)*"|true|false|null|-?\d[\d.eE+-]*)*/.exec(text)?.[0].length ?? 0;
}

function faultAt(
  error: PortkeepError,
  { text, number }: Line,
  { file, offset }: { file: string; offset: number },
): PortkeepError {
  error.place = spotIn(file, text, offset, number - 1);
  return error;
}
