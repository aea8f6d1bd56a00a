import { readFileSync } from "node:fs";
import { vi } from "vitest";
import type { CommandKind, SignCommand, Words } from "../../../src/signing/external/command.ts";
import { type CommandOptions, type Job, jobOf } from "../../../src/signing/external/job.ts";

/** Gives a command of a kind that runs a piece of JavaScript on its arguments, `process.argv.slice(1)`. */
export function nodeCommand<Kind extends CommandKind>(
  kind: Kind,
  code: string,
  ...args: string[]
): { kind: Kind; words: Words } {
  return { kind, words: [process.execPath, "-e", code, ...args] };
}

/** Gives a job that runs a piece of JavaScript, without retries unless asked for. */
export function nodeJob(
  code: string,
  options: Partial<CommandOptions> = {},
  { signal } = new AbortController(),
): Job {
  const command: SignCommand = nodeCommand("hash", code);
  return jobOf({ command, env: process.env, retries: [], ...options }, signal);
}

/** Whether a process runs; one that has ended and whose parent has not asked for it does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Settles when a file holds a process id, and gives it. */
export function pidIn(file: string): Promise<number> {
  return vi.waitFor(
    () => {
      const pid = Number(readFileSync(file, "utf8"));
      if (!(pid > 0)) throw new Error(`no process id in ${file}`);
      return pid;
    },
    { timeout: 10_000 },
  );
}

/** Settles when none of these processes runs any more. */
export function gone(...pids: number[]): Promise<void> {
  return vi.waitFor(
    () => {
      const left = pids.filter(isRunning);
      if (left.length > 0) throw new Error(`still running: ${left.join(", ")}`);
    },
    { timeout: 10_000 },
  );
}

/** JavaScript that writes the process id of the program into a file. */
export const tellPid = (file: string) =>
  `require("fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));`;

/** JavaScript that never ends. */
export const hang = "setInterval(() => {}, 1000);";
