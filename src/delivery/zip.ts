import { type Zippable, zipSync } from "fflate";

/** A file of an archive; `path` has `/` between its parts. */
export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

/** Gives a zip archive, the same for the same entries in the same order: stored as they are, without times or owners. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
  // The earliest time that the format knows, which it counts in the local zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(files, { level: 0, mtime, os: 0, attrs: 0 });
}
