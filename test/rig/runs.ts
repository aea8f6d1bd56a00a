import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./lock.ts";
import { prefixesFolder } from "./places.ts";
import { endWine } from "./wine.ts";

// Prefixes are named `<process of the test run>-<worker>`: runs at the same time never meet.

/** Marks this process as the owner of its workers' prefixes, and gives its name in theirs. */
export function startRun(): string {
  const run = String(process.pid);
  process.env.RIG_RUN = run;
  return run;
}

/** Gives the folder of this worker's prefix. */
export function ownPrefixFolder(): string {
  const run = process.env.RIG_RUN ?? process.pid;
  return join(prefixesFolder, `${run}-${process.env.VITEST_POOL_ID ?? "0"}`);
}

/** Removes what runs that are no longer alive left behind. */
export function removeStalePrefixes(): Promise<void> {
  return removePrefixes((run) => !isAlive(Number(run)));
}

/** Ends and removes the prefixes of chosen runs. */
export async function removePrefixes(chosen: (run: string) => boolean): Promise<void> {
  for (const name of existsSync(prefixesFolder) ? readdirSync(prefixesFolder) : []) {
    if (chosen(name.split("-")[0] ?? "")) {
      const folder = join(prefixesFolder, name);
      await endWine(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
