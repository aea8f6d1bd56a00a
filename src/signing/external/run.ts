import { setTimeout as wait } from "node:timers/promises";
import { PortkeepError } from "../../errors.ts";
import { type Child, type ChildEnd, startChild } from "./child.ts";
import type { Words } from "./command.ts";
import type { Job } from "./job.ts";

/** What a command wrote to its two streams. */
export interface Written {
  stdout: Buffer;
  stderr: Buffer;
}

const outputLimit = 1024 * 1024;
const longestOutput = 2000;
const longestProgram = 200;

/**
 * Runs a command to its end and gives what it wrote, at most 1 MiB. It gets no input. No process is left when the
 * promise settles. Throws `sign-command-not-found`, `sign-command-not-started`, `sign-command-failed`,
 * `sign-command-timeout`, `sign-command-too-much`, and the signal's reason.
 */
export async function runToEnd(job: Job, words: Words): Promise<Written> {
  job.signal.throwIfAborted();
  const child = startChild(words, job.env);
  child.stdin.end();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill();
  }, job.timeout);
  job.signal.addEventListener("abort", child.kill, { once: true });
  try {
    const stdout = await gather(child);
    const end = await child.ended;
    job.signal.throwIfAborted();
    const written = { stdout, stderr: child.stderr() };
    if (late) throw timeoutError(job, written);
    if (stdout.length > outputLimit) {
      throw new PortkeepError("sign-command-too-much", { command: job.shown, limit: outputLimit });
    }
    if (end.startError !== null) throw startError(job, end.startError);
    if (end.exitCode !== 0) throw new PortkeepError("sign-command-failed", commandEnd(job, end, written));
    return written;
  } finally {
    clearTimeout(timer);
    job.signal.removeEventListener("abort", child.kill);
  }
}

/** Gives what `work` gives; tries again, after a wait, where a command ended with an exit code other than 0. */
export async function withRetries<Result>(job: Job, work: () => Promise<Result>): Promise<Result> {
  for (const pause of job.retries) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PortkeepError && error.code === "sign-command-failed")) throw error;
    }
    // An abort ends the wait, and the next try at once.
    await wait(pause, undefined, { signal: job.signal }).catch(() => {});
  }
  return work();
}

/** Gives the error of a program that could not be started. */
export function startError({ words, conceal }: Job, cause: string): PortkeepError {
  const program = conceal(words[0]).slice(0, longestProgram);
  return cause === "ENOENT"
    ? new PortkeepError("sign-command-not-found", { program })
    : new PortkeepError("sign-command-not-started", { program, cause });
}

/** Gives the error of a command that took too long. */
export function timeoutError(job: Job, written: Written): PortkeepError {
  const facts = { command: job.shown, seconds: job.timeout / 1000, output: outputOf(job, written) };
  return new PortkeepError("sign-command-timeout", facts);
}

/** Gives the facts of how a command ended. */
export function commandEnd(job: Job, { exitCode, signal }: ChildEnd, written: Written) {
  return { command: job.shown, exitCode, signal, output: outputOf(job, written) };
}

/** Gives what an error shows of what a command wrote; some tools complain on standard output alone. */
export function outputOf(job: Job, { stdout, stderr }: Written): string {
  const shown = job.conceal(stderr) || job.conceal(stdout);
  return shown.slice(-longestOutput);
}

async function gather(child: Child): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > outputLimit) {
        child.kill();
        break;
      }
    }
  } catch {
    // The stream was cut off with the process; how that ended tells why.
  }
  return Buffer.concat(chunks);
}
