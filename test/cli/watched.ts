import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "./console.ts";

export interface Watched {
  code: number | null;
  /** What it wrote, also into files, and what every user could see of its processes; bytes as Latin-1. */
  traces: Record<string, string>;
}

interface Run {
  argv: readonly string[];
  folder: string;
  env: Record<string, string | undefined>;
  stdin: string | Uint8Array;
  /** Names of files that were there before and hold secrets. */
  inputs: readonly string[];
}

/** Runs a program, and gathers its traces: outputs, files, and the command lines of it and of what it starts. */
export async function watch({ argv, folder, env, stdin, inputs }: Run): Promise<Watched> {
  const child = spawn(process.execPath, argv, { cwd: folder, env });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const seen = new Set<string>();
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const timer = setInterval(() => look(child.pid ?? 0, seen), 5);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(timer);
  const files = filesIn(folder).filter((name) => !inputs.includes(name));
  return {
    code,
    traces: {
      stdout: Buffer.concat(out).toString("latin1"),
      stderr: Buffer.concat(err).toString("latin1"),
      processes: [...seen].join("\n"),
      ...Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "latin1")])),
    },
  };
}

/** Notes the command line of a process and of those that it started. */
function look(pid: number, seen: Set<string>): void {
  try {
    seen.add(readFileSync(`/proc/${pid}/cmdline`, "latin1"));
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean);
      for (const child of children) look(Number(child), seen);
    }
  } catch {
    // It has just ended.
  }
}
