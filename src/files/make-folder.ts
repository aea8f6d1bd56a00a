import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { cannotWrite } from "./cannot-write.ts";

/**
 * Makes a folder and those above it, unless they are there. Throws `cannot-write`. It goes step by step: where the
 * system makes none, as in /proc on Linux, and says that something is missing, Node.js' own way never ends.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above, mode);
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    // Another run may have made it since.
    if (!(await isFolder(folder))) throw cannotWrite(folder, error as Error);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there?.isDirectory() ?? false;
}
