import { decodeScript } from "../../script/decode.ts";

/** One block of a PEM file, such as a certificate or a key. */
export interface PemBlock {
  /** What stands in its first line after BEGIN, such as `CERTIFICATE`. */
  label: string;
  /** The block as text, from BEGIN to END. */
  text: string;
}

/** Gives the whole blocks of a PEM file, whatever stands between them; none for a file that is no PEM. */
export function pemBlocks(bytes: Uint8Array): PemBlock[] {
  // Windows PowerShell writes text as UTF-16.
  const { text } = decodeScript(bytes);
  const blocks: PemBlock[] = [];
  let start = { label: "", index: 0 };
  for (const { 0: line, 1: kind, 2: label = "", index } of text.matchAll(boundary)) {
    if (kind === "END" && label === start.label) {
      blocks.push({ label, text: text.slice(start.index, index + line.length) });
    }
    start = { label: kind === "BEGIN" ? label : "", index };
  }
  return blocks;
}

/** Gives the bytes that a block without header lines stands for. */
export function pemBytes({ text }: PemBlock): Buffer {
  return Buffer.from(text.replace(boundary, ""), "base64");
}

const boundary = /-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----/g;
