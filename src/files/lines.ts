import { StringDecoder } from "node:string_decoder";
import { PortkeepError } from "../errors.ts";

/** A line of a text, without its line end. */
export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** False for one that is too long to be kept, of which only the beginning is there. */
  whole: boolean;
}

/** Keeps what a line may take of the memory in bounds, whatever the file. */
export const longestLine = 65_536;
const beginning = 100;

/**
 * Gives a text's lines in batches, as the bytes come, without a byte order mark; they end by LF or CRLF. Bytes that
 * are no UTF-8 become U+FFFD. Throws `wide-text`, `file-empty`, and what reading throws.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  // Of ASCII it makes strings of one byte a character, which TextDecoder does not when it gets a text in parts.
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let number = 0;
  let isCut = false;
  let [isEmpty, isStart] = [true, true];
  for await (const chunk of chunks) {
    if (isEmpty) checkWidth(chunk);
    const decoded = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    const texts = (isStart ? decoded.replace(/^\ufeff/, "") : decoded).split("\n");
    isStart &&= decoded === "";
    isEmpty &&= chunk.length === 0;
    if (!isCut) texts[0] = rest + texts[0];
    rest = texts.pop() ?? "";
    if (texts.length > 0) {
      const lines = texts.map((text) => lineOf(++number, text));
      // The one that was cut is out already.
      if (isCut) lines.shift();
      isCut = false;
      yield lines;
    } else if (isCut) rest = "";
    if (rest.length > longestLine) {
      yield [lineOf(number + 1, rest)];
      rest = "";
      isCut = true;
    }
  }
  if (isEmpty) throw new PortkeepError("file-empty", {});
  rest += decoder.end();
  if (rest !== "" && !isCut) yield [lineOf(number + 1, rest)];
}

function lineOf(number: number, text: string): Line {
  if (text.length > longestLine) return { number, text: text.slice(0, beginning), whole: false };
  return { number, text: text.endsWith("\r") ? text.slice(0, -1) : text, whole: true };
}

function checkWidth([first, second]: Uint8Array): void {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new PortkeepError("wide-text", {});
  }
}
