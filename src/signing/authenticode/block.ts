import { beginMarker, endMarker } from "./marker.ts";

export type Newline = "\r\n" | "\n";

/** A text and the signature at its end. */
export interface SplitText {
  /** What the signature is for: all before the line break that precedes the block. */
  body: string;
  block: string | null;
}

/** Gives a signature as Windows writes it: comments of 64 base64 characters, with a line break before and after. */
export function formatBlock(der: Uint8Array, newline: Newline): string {
  const lines =
    Buffer.from(der.buffer, der.byteOffset, der.length)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  const body = lines.map((line) => `# ${line}${newline}`).join("");
  return `${newline}${beginMarker}${newline}${body}${endMarker}${newline}`;
}

/** Takes off the block that ends a text, if it has one that is whole and nothing follows it. */
export function splitBlock(text: string): SplitText {
  const begin = text.lastIndexOf(beginMarker);
  const lineBreak = ["\r\n", "\n"].find((candidate) => text.endsWith(candidate, begin)) ?? "";
  const start = begin - lineBreak.length;
  const block = text.slice(start);
  return isWhole(block) ? { body: text.slice(0, start), block } : { body: text, block: null };
}

function isWhole(block: string): boolean {
  const [before, begin, ...lines] = block.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const end = lines.pop();
  const isFramed = before === "" && begin === beginMarker && end === endMarker;
  return isFramed && lines.length > 0 && lines.every((line) => /^# [A-Za-z0-9+/=]{1,64}$/.test(line));
}

/** Gives the DER in a block, whatever is wrong with its form. */
export function decodeBlock(block: string): Buffer {
  return Buffer.from(block.replace(/^#(?: SIG #.*| )?/gm, "").replace(/\s/g, ""), "base64");
}

/** Gives the line ends in which a signature for this text is written. */
export function newlineOf(text: string): Newline {
  return text.includes("\n") && !text.includes("\r\n") ? "\n" : "\r\n";
}
