import { isAscii } from "node:buffer";
import { PortkeepError } from "../../errors.ts";

/** How a script may be saved, so that every Windows reads the same text and hashes the same bytes. */
export type TextEncoding = "ascii" | "utf-8-bom" | "utf-16le-bom";

export interface SignableText {
  /** With the byte order mark as U+FEFF, since Windows hashes it. */
  text: string;
  encoding: TextEncoding;
}

/** Gives a script's text. Throws `text-not-signable` where Windows' reading would depend on the machine. */
export function decodeSignable(bytes: Uint8Array): SignableText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isAscii(buffer)) return { text: buffer.toString("latin1"), encoding: "ascii" };
  const mark = marks.find(({ mark }) => buffer.subarray(0, mark.length).equals(mark));
  if (!mark) throw new PortkeepError("text-not-signable", { encoding: "no-mark" });
  if (!mark.encoding) throw new PortkeepError("text-not-signable", { encoding: "utf-16be" });
  const text = buffer.toString(mark.node);
  // Bytes that are no text in their own encoding would come back as other bytes.
  if (!Buffer.from(text, mark.node).equals(buffer)) {
    throw new PortkeepError("text-not-signable", { encoding: "damaged" });
  }
  return { text, encoding: mark.encoding };
}

/** Gives the bytes of a text in the encoding that it came in. */
export function encodeSignable({ text, encoding }: SignableText): Buffer<ArrayBuffer> {
  return Buffer.from(text, nodeEncodings[encoding]);
}

const nodeEncodings = { ascii: "latin1", "utf-8-bom": "utf8", "utf-16le-bom": "utf16le" } as const;

const marks = [
  { mark: Buffer.from([0xef, 0xbb, 0xbf]), encoding: "utf-8-bom", node: "utf8" },
  { mark: Buffer.from([0xff, 0xfe]), encoding: "utf-16le-bom", node: "utf16le" },
  { mark: Buffer.from([0xfe, 0xff]), encoding: null, node: "utf16le" },
] as const;
