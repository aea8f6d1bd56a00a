import { type Zippable, zipSync } from "fflate";
import { requireOwnPaths } from "./carry.ts";
import type { BundleFile } from "./package.ts";

/**
 * Gives a zip archive, the same for the same files in the same order: stored as they are, without times or owners.
 * Throws `package-name-taken`.
 */
export function zip(entries: readonly BundleFile[]): Uint8Array {
  requireOwnPaths(entries);
  const files: Zippable = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
  // The earliest time that the format knows, which it counts in the local zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(files, { level: 0, mtime, os: 0, attrs: 0 });
}
