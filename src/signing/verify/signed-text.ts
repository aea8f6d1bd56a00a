import { PortkeepError } from "../../errors.ts";
import { beginMarker, splitBlock } from "../../script/signature-block.ts";
import { decodeBlock, formatBlock, type Newline, newlineOf } from "../authenticode/block.ts";
import { findMarker } from "../authenticode/marker.ts";
import { decodeSignable, type TextEncoding } from "../authenticode/text.ts";
import type { VerifyFinding } from "./findings.ts";

export interface SignedText {
  encoding: TextEncoding | "no-mark" | "utf-16be" | "damaged";
  /** What the signature is for, with its byte order mark. */
  body: string;
  /** The signature's DER; null where there is no whole one. */
  der: Buffer | null;
  findings: VerifyFinding[];
}

/** Takes a script apart into its text and its signature. */
export function readSignedText(bytes: Uint8Array): SignedText {
  const { text, encoding, findings } = decode(bytes);
  const { body, block } = splitBlock(text);
  const marker = findMarker(body);
  if (marker) {
    const { index, comment } = marker;
    const line = body.slice(0, index).split("\n").length;
    const begins = block === null && comment.startsWith(beginMarker);
    findings.push(
      begins
        ? { code: "block-damaged", facts: { line } }
        : { code: "marker-in-text", facts: { line, comment } },
    );
    if (begins) return { encoding, body, der: null, findings };
  }
  if (block === null) {
    findings.push({ code: "unsigned", facts: {} });
    return { encoding, body, der: null, findings };
  }
  const der = decodeBlock(block);
  if (!isCanonical(block, body, der)) findings.push({ code: "block-form", facts: {} });
  return { encoding, body, der, findings };
}

function decode(bytes: Uint8Array): Pick<SignedText, "encoding" | "findings"> & { text: string } {
  try {
    return { ...decodeSignable(bytes), findings: [] };
  } catch (error) {
    if (!(error instanceof PortkeepError) || error.code !== "text-not-signable") throw error;
    const facts = error.facts as PortkeepError<"text-not-signable">["facts"];
    // Read as far as possible, so that the rest can be told too.
    const text = Buffer.from(bytes).toString("utf8");
    return { text, encoding: facts.encoding, findings: [{ code: "text-encoding", facts }] };
  }
}

// A signature says the same in many forms. Only the one that Windows writes is accepted, less the last line's end;
// and where the text is in LF, the same in LF.
function isCanonical(block: string, body: string, der: Buffer): boolean {
  return newlinesFor(body).some((newline) => {
    const canonical = formatBlock(der, newline);
    return block === canonical || block === canonical.slice(0, -newline.length);
  });
}

function newlinesFor(body: string): Newline[] {
  return newlineOf(body) === "\n" ? ["\r\n", "\n"] : ["\r\n"];
}
