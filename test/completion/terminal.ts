import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import type { Place } from "./place.ts";
import { prompt, type Shell } from "./shells.ts";

const patience = { timeout: 30_000, interval: 20 };

/** A shell at a terminal of its own. */
export interface Terminal {
  /** Types these keys, and gives the line that the shell has then. The next line starts empty. */
  type(keys: string): Promise<string>;
  /** Ends the shell, and gives all that was to be seen. */
  close(): Promise<string>;
}

/** Starts a shell, with the completion loaded in this way. */
export async function openTerminal(shell: Shell, place: Place, load: string = shell.load): Promise<Terminal> {
  writeFileSync(join(place.home, shell.file), `${shell.setUp}\n${load}\n`);
  // A narrow terminal would break lines.
  const command = `stty cols 400; exec ${shell.command}`;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: place.folder,
    env: { ...place.env, SHELL: "/bin/sh" },
  });
  let seen = "";
  child.stdout.on("data", (chunk: Buffer) => {
    seen += chunk.toString();
  });
  const closed = new Promise<string>((resolve) => child.once("close", () => resolve(seen)));
  await vi.waitUntil(() => seen.includes(prompt), patience);
  return {
    async type(keys) {
      const before = keptLines(place).length;
      child.stdin.write(`${keys}\u001bx`);
      const lines = await vi.waitUntil(() => {
        const now = keptLines(place);
        return now.length > before ? now : undefined;
      }, patience);
      return lines.at(-1) ?? "";
    },
    async close() {
      if (child.stdin.writable) child.stdin.end("\u0015exit\r");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      return closed.finally(() => clearTimeout(timer));
    },
  };
}

function keptLines({ home }: Place): string[] {
  const file = join(home, "kept");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}
