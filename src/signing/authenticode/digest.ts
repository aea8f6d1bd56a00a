import { createHash } from "node:crypto";
import type { DigestName } from "../hash.ts";

/** Gives the hash of a script's text: of its UTF-16 form, whatever its file is saved as, a byte order mark included. */
export function digestText(body: string, hash: DigestName): Buffer {
  return createHash(hash).update(Buffer.from(body, "utf16le")).digest();
}
