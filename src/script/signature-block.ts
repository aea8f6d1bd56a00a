export const beginMarker = "# SIG # Begin signature block";
export const endMarker = "# SIG # End signature block";

/** A text and the signature at its end. */
export interface SplitText {
  /** What the signature is for: all before the line break that precedes the block. */
  body: string;
  block: string | null;
}

/** Takes off the block that ends a text, if it has one that is whole and nothing follows it. */
export function splitBlock(text: string): SplitText {
  const start = lastStart(text);
  const block = text.slice(start);
  return isWhole(block) ? { body: text.slice(0, start), block } : { body: text, block: null };
}

/** A script without its signature. */
export interface UnsignedText {
  /** Without the block and the line break before it, both of which signing added. */
  text: string;
  signature: "none" | "whole" | "broken";
}

/**
 * Takes off the block that ends a text, also one that is damaged, without judging it. What is no comment is left
 * where it is: PowerShell would run it, so it is no part of a signature.
 */
export function withoutSignature(text: string): UnsignedText {
  const { body, block } = splitBlock(text);
  if (block !== null) return { text: body, signature: "whole" };
  const start = lastStart(text);
  const isBroken = broken.test(text.slice(start));
  return isBroken ? { text: text.slice(0, start), signature: "broken" } : { text, signature: "none" };
}

const broken = /^\r?\n# SIG # Begin signature block(?:\r?\n# [ -~]{0,66})*(?:\r?\n)*\r?#?$/;

function lastStart(text: string): number {
  const begin = text.lastIndexOf(beginMarker);
  const lineBreak = ["\r\n", "\n"].find((candidate) => text.endsWith(candidate, begin)) ?? "";
  return begin - lineBreak.length;
}

function isWhole(block: string): boolean {
  const [before, begin, ...lines] = block.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const end = lines.pop();
  const isFramed = before === "" && begin === beginMarker && end === endMarker;
  return isFramed && lines.length > 0 && lines.every((line) => /^# [A-Za-z0-9+/=]{1,64}$/.test(line));
}
