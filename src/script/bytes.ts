import { PortkeepError } from "../errors.ts";

/** The most that every RMM tool and script store takes, with room for a signature. */
export const largestScript = 44_000;

/** Gives ASCII text as bytes. Throws `script-too-large`; a RangeError for what can only be a mistake of ours. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  if (/[^\t\r\n -~]|\{\{/u.test(text)) throw new RangeError("a script must be ASCII, without double braces");
  if (text.length > largestScript) {
    throw new PortkeepError("script-too-large", { bytes: text.length, limit: largestScript });
  }
  return new TextEncoder().encode(text);
}
