import type { Recipe } from "../plan/choice.ts";

const encoder = new TextEncoder();

/** Gives text, its lines ended by LF, as the bytes of a script. */
export function toBytes(text: string, newline: Recipe["newline"]): Uint8Array<ArrayBuffer> {
  return encoder.encode(newline === "crlf" ? text.replaceAll("\n", "\r\n") : text);
}

/** Gives the parts as one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
