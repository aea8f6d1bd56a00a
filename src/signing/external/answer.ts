/** What a command answered. */
export interface Answer {
  /** The signature, in a form that is still to be found out. */
  signature: Uint8Array;
  /** DER in base64, the signer's first; null where there were none. */
  certificates: string[] | null;
}

/** Reads what a one-shot command wrote: JSON, or else the signature itself. Gives null where it wrote nothing. */
export function answerIn(output: Uint8Array): Answer | null {
  const value = parse(output);
  if (typeof value === "string") return { signature: Buffer.from(value), certificates: null };
  return answerOf(value) ?? (output.length > 0 ? { signature: output, certificates: null } : null);
}

/** Reads an object with `signature` and perhaps `certificates`; gives null for any other value. */
export function answerOf(value: unknown): Answer | null {
  if (typeof value !== "object" || value === null) return null;
  // AWS begins its names with capitals.
  const { signature, Signature, certificates } = value as Record<string, unknown>;
  const text = signature ?? Signature;
  if (typeof text !== "string") return null;
  const isList = Array.isArray(certificates) && certificates.length > 0;
  return { signature: Buffer.from(text), certificates: isList ? certificates.map(String) : null };
}

function parse(output: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(output));
  } catch {
    return undefined;
  }
}
