import { createHash } from "node:crypto";
import type { BundleFile } from "./package.ts";

/**
 * Gives a GUID that is made of content: the same files for the same purpose have the same one, and no others (RFC
 * 9562, version 8). In capitals and braces, as directories have it.
 */
export function contentGuid(purpose: string, files: readonly BundleFile[]): string {
  const hash = createHash("sha256").update(purpose);
  for (const { path, bytes } of files) hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  const octets = hash.digest().subarray(0, 16);
  octets.writeUInt8(0x80 | (octets.readUInt8(6) & 0x0f), 6);
  octets.writeUInt8(0x80 | (octets.readUInt8(8) & 0x3f), 8);
  const digits = octets.toString("hex").toUpperCase();
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}}`;
}
