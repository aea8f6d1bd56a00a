import { rmSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit } from "signal-exit";

/** A folder that only this user can look into. */
export interface Folder {
  path(name: string): string;
  /** Writes a new file, and gives its path. */
  write(name: string, bytes: Uint8Array): Promise<string>;
}

/** Gives what `work` gives, and a folder of its own to it, which is gone afterwards whatever happens. */
export async function withFolder<Result>(work: (folder: Folder) => Promise<Result>): Promise<Result> {
  // mkdtemp makes it for its owner alone (0700). On Windows, the user's temporary folder is private.
  const root = await mkdtemp(join(tmpdir(), "portkeep-"));
  const forget = onExit(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string) => join(root, name);
  const write = async (name: string, bytes: Uint8Array) => {
    await writeFile(path(name), bytes, { flag: "wx", mode: 0o600 });
    return path(name);
  };
  try {
    return await work({ path, write });
  } finally {
    forget();
    // Windows lets nobody delete a file that a program which is just ending still has open.
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Gives a file's bytes; null where there is no such file, and "too-large" where it has more than `limit` bytes. */
export async function readResult(file: string, limit: number): Promise<Uint8Array | null | "too-large"> {
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) return null;
  return info.size > limit ? "too-large" : readFile(file);
}
