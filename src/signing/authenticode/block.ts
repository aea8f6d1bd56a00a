import { beginMarker, endMarker } from "../../script/signature-block.ts";

export type Newline = "\r\n" | "\n";

/** Gives a signature as Windows writes it: comments of 64 base64 characters, with a line break before and after. */
export function formatBlock(der: Uint8Array, newline: Newline): string {
  const lines =
    Buffer.from(der.buffer, der.byteOffset, der.length)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  const body = lines.map((line) => `# ${line}${newline}`).join("");
  return `${newline}${beginMarker}${newline}${body}${endMarker}${newline}`;
}

/** Gives the DER in a block, whatever is wrong with its form. */
export function decodeBlock(block: string): Buffer {
  return Buffer.from(block.replace(/^#(?: SIG #.*| )?/gm, "").replace(/\s/g, ""), "base64");
}

/** Gives the line ends in which a signature for this text is written. */
export function newlineOf(text: string): Newline {
  return text.includes("\n") && !text.includes("\r\n") ? "\n" : "\r\n";
}
