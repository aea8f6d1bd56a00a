import { rmSync } from "node:fs";
import { mkdir, open, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { onExit } from "signal-exit";
import { type FilePlace, PortkeepError } from "../../errors.ts";
import { cannotWrite } from "../../files/cannot-write.ts";

/** How long a lock may last, in milliseconds: many times what a list of a million sites needs. */
const longest = 30_000;

/**
 * Does what changes a file, once nobody else does: others wait for the file `.NAME.lock` beside it to go. Throws
 * `sites-locked` where that was left behind, `cannot-write`, and what `change` throws.
 */
export async function withLock<Result>(
  file: string,
  place: FilePlace,
  change: () => Promise<Result>,
): Promise<Result> {
  const lock = join(dirname(file), `.${basename(file)}.lock`);
  try {
    await mkdir(dirname(file), { recursive: true });
    while (!(await tryToLock(lock, place))) await setTimeout(20);
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

/** Takes a lock and gives true, or false where somebody else has it. Throws `sites-locked`. */
async function tryToLock(lock: string, place: FilePlace): Promise<boolean> {
  try {
    await (await open(lock, "wx")).close();
    return true;
  } catch (error) {
    const { code }: NodeJS.ErrnoException = error as Error;
    if (code !== "EEXIST") throw error;
  }
  const there = await stat(lock).catch(() => null);
  if (there && Date.now() - there.mtimeMs > longest) throw new PortkeepError("sites-locked", { lock }, place);
  return false;
}
