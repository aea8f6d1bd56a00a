import { type Zippable, zipSync } from "fflate";

/** A file of an archive; `path` has `/` between its parts. */
export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

// The earliest that the format knows.
const epoch = new Date(1980, 0, 1);

/** Gives a zip archive, the same for the same entries in the same order: stored as they are, without times or owners. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
  return zipSync(files, { level: 0, mtime: epoch, os: 0, attrs: 0 });
}
