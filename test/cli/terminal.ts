import { spawn } from "node:child_process";
import { stateVariables } from "./console.ts";

/** What somebody sees, and what they then type. */
type Turn = [seen: string, typed: string];

/** Runs the built program at a real terminal, where somebody types once something is seen, turn by turn; gives all that was to be seen. */
export async function atTerminal(
  argv: readonly string[],
  folder: string,
  turns: readonly Turn[],
  term = "xterm",
) {
  const command = [process.execPath, ...argv].join(" ");
  const terminal = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: folder,
    env: { PATH: process.env.PATH, TERM: term, ...stateVariables(folder) },
  });
  const left = [...turns];
  let seen = "";
  let from = 0;
  terminal.stdout.on("data", (chunk: Buffer) => {
    seen += chunk.toString();
    for (let turn = left[0]; turn && seen.includes(turn[0], from); turn = left[0]) {
      from = seen.indexOf(turn[0], from) + turn[0].length;
      left.shift();
      terminal.stdin.write(turn[1]);
    }
  });
  const code = await new Promise<number | null>((resolve) => terminal.once("close", resolve));
  return { code, seen };
}
