import { rmSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { onExit } from "signal-exit";
import type { PortkeepError } from "../errors.ts";
import { cannotWrite } from "./cannot-write.ts";
import { makeFolder } from "./make-folder.ts";

export interface LockOptions {
  /** How long others may have the lock, in milliseconds, until it is an error. */
  patience: number;
  /** Gives that error, of the lock's path. */
  locked: (lock: string) => PortkeepError;
}

/**
 * Does what changes a file, once nobody else does: the file `.NAME.lock` beside it says so, and who. One that a run
 * left behind on this machine, when it was killed, goes. Throws `locked`, `cannot-write`, and what `change` throws.
 */
export async function withLock<Result>(
  file: string,
  options: LockOptions,
  change: () => Promise<Result>,
): Promise<Result> {
  const lock = join(dirname(file), `.${basename(file)}.lock`);
  try {
    await makeFolder(dirname(file));
    await waitFor(lock, options);
  } catch (error) {
    throw cannotWrite(file, error as Error);
  }
  const forget = onExit(() => rmSync(lock, { force: true }));
  try {
    return await change();
  } finally {
    forget();
    await rm(lock, { force: true }).catch(() => {});
  }
}

async function waitFor(lock: string, { patience, locked }: LockOptions): Promise<void> {
  const start = performance.now();
  while (!(await take(lock))) {
    if (await removeLeft(lock)) continue;
    // By its own time, one from before a clock was set, or of another machine, might never be old.
    const there = await stat(lock).catch(() => null);
    const age = there ? Date.now() - there.mtimeMs : 0;
    if (Math.max(age, performance.now() - start) >= patience) throw locked(lock);
    await setTimeout(20);
  }
}

/** Takes a lock and gives true, or false where somebody has it. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, `${process.pid} ${hostname()}`, { flag: "wx" });
    return true;
  } catch (error) {
    const { code }: NodeJS.ErrnoException = error as Error;
    if (code !== "EEXIST") throw error;
    return false;
  }
}

/** Removes a lock whose process is gone. Says whether it may be free now. */
async function removeLeft(lock: string): Promise<boolean> {
  // One at a time: another run may have taken it since, and that lock has to stay.
  const claim = `${lock}.left`;
  if (!(await isLeft(lock)) || !(await take(claim))) return false;
  try {
    if (await isLeft(lock)) await rm(lock, { force: true });
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

async function isLeft(lock: string): Promise<boolean> {
  const [pid = "", host] = (await readFile(lock, "utf8").catch(() => "")).split(" ");
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    // No signal, only the question whether one could be sent.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    const { code }: NodeJS.ErrnoException = error as Error;
    return code !== "ESRCH";
  }
}
