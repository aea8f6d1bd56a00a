import { copyFileSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";

// Nine tenths of a prefix; nothing writes into these, while a test may well replace a program.
const shared = /\.(dll|drv|sys)$/;

/** Copies a prefix; its libraries are hard links, as copying them takes two seconds. */
export function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      copyTree(source, target);
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
    } else if (shared.test(entry.name)) {
      linkSync(source, target);
    } else {
      copyFileSync(source, target);
    }
  }
}
