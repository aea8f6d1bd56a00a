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
  const match = wholeBlock.exec(text.slice(Math.max(0, text.lastIndexOf(beginMarker) - 2)));
  if (!match) return { body: text, block: null };
  const [, block = ""] = match;
  return { body: text.slice(0, text.length - block.length), block };
}

// Anchored at both ends, and no part can match in two ways: it stays linear.
const wholeBlock = new RegExp(
  `^.??(\\r?\\n${beginMarker}\\r?\\n(?:# [A-Za-z0-9+/=]{1,64}\\r?\\n)+${endMarker}(?:\\r?\\n)?)$`,
  "s",
);

/** Gives the DER in a block, whatever is wrong with its form. */
export function decodeBlock(block: string): Buffer {
  return Buffer.from(block.replace(/^#(?: SIG #.*| )?/gm, "").replace(/\s/g, ""), "base64");
}

/** Gives the line ends in which a signature for this text is written. */
export function newlineOf(text: string): Newline {
  return text.includes("\n") && !text.includes("\r\n") ? "\n" : "\r\n";
}
