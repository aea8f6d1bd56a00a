import { spawnSync } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { execa } from "execa";
import { onExit } from "signal-exit";
import type { Words } from "./command.ts";

const onWindows = process.platform === "win32";
const graceMs = 1000;
const tailBytes = 64 * 1024;

/** A program that was started, with all that it starts. */
export interface Child {
  stdin: Writable;
  stdout: Readable;
  /** The last 64 KiB of what it wrote to standard error. */
  stderr(): Buffer;
  /** Settles when it has ended and its streams are closed; never rejects. */
  ended: Promise<ChildEnd>;
  /** Ends it and all that it started, within a second. */
  kill(): void;
}

export interface ChildEnd {
  exitCode: number | null;
  signal: string | null;
  /** Why it was not started, as `ENOENT`; null where it was. */
  startError: string | null;
}

/** Starts a program, not through a shell. It leads a process group, has no terminal and nothing else of `process.env`. */
export function startChild([program, ...args]: Words, env: Record<string, string>): Child {
  const child = execa(program, args, {
    env,
    extendEnv: false,
    reject: false,
    buffer: false,
    encoding: "buffer",
    // On Windows it would only get a window of its own.
    detached: !onWindows,
  });
  const tail = tailOf(child.stderr);
  // Whoever ends a program by a signal to its group, as a terminal does, does not reach this group.
  const forget = onExit(() => killTree(child.pid, "SIGKILL"));
  // What it reads is its own affair: it tells by its exit code.
  child.stdin.on("error", () => {});
  let force: NodeJS.Timeout | undefined;
  const ended = child.then((result) => {
    forget();
    clearTimeout(force);
    if (force) killTree(child.pid, "SIGKILL");
    const { exitCode = null, signal = null, code = null } = result;
    return { exitCode, signal, startError: exitCode === null && signal === null ? code : null };
  });
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: tail,
    ended,
    kill() {
      if (force) return;
      killTree(child.pid, "SIGTERM");
      force = setTimeout(() => {
        killTree(child.pid, "SIGKILL");
        // What left the group may still hold them open.
        child.stdout.destroy();
        child.stderr.destroy();
      }, graceMs);
    },
  };
}

function killTree(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (onWindows) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // None of the group is left.
  }
}

function tailOf(stream: Readable): () => Buffer {
  let tail = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-tailBytes);
  });
  return () => tail;
}
