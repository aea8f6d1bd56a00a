import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Gives what `work` gives, done while no other process holds the same lock file. */
export async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Tells whether a process of this id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, "wx");
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch {
    return releaseOfDead(file);
  }
}

// Its owner's id is written a moment after the file appears: an empty file is not yet judged.
function releaseOfDead(file: string): false {
  try {
    const owner = readFileSync(file, "utf8");
    if (owner !== "" && !isAlive(Number(owner))) {
      rmSync(file, { force: true });
    }
  } catch {
    // Released by its owner since.
  }
  return false;
}
