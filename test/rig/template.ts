import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { templatePrefix } from "./places.ts";
import { bootWine, endWine } from "./wine.ts";

/** Makes the Wine prefix that each worker's own is copied from. */
export async function makeTemplate(): Promise<void> {
  if (existsSync(templatePrefix)) {
    return;
  }
  const making = `${templatePrefix}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await bootWine(making);
  await endWine(making);
  if (!existsSync(join(making, "system.reg"))) {
    throw new Error(`Wine made no registry in ${making}.`);
  }
  closeOff(making);
  renameSync(making, templatePrefix);
}

// Drive Z: is this machine's root and the user's folders are real ones: neither a script nor a search may get there.
function closeOff(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      closeOff(path);
    } else if (entry.isSymbolicLink() && entry.name !== "c:") {
      rmSync(path);
    }
  }
}
