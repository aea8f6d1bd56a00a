import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import packageJson from "../../package.json";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  /** The bytes of standard output. */
  bytes: Buffer;
}

/** Gives an empty folder that goes with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What else surrounds a run: variables, somebody who answers questions, and the width of a terminal. */
export type Surroundings = Partial<Pick<Io, "env" | "ask" | "converse">> & { columns?: number };

/** Gives surroundings for a run that keep what it writes. Its state folder is one of the test's, whatever the system. */
export function captured(
  cwd: string,
  stdin: string | Uint8Array = "",
  { env, ask, converse, columns }: Surroundings = {},
) {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const io: Io = {
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    stdout: { write: (chunk) => out.push(Buffer.from(chunk)), ...(columns && { columns }) },
    stderr: { write: (chunk) => err.push(Buffer.from(chunk)), ...(columns && { columns }) },
    cwd,
    env: { PATH: process.env.PATH, ...stateVariables(emptyFolder()), ...env },
    ask,
    converse,
  };
  return { io, out, err };
}

/** Runs the command line in this process, in an empty folder unless one is given. */
export async function portkeep(
  argv: readonly string[],
  cwd: string = emptyFolder(),
  stdin: string | Uint8Array = "",
  surroundings: Surroundings = {},
): Promise<Outcome> {
  const { io, out, err } = captured(cwd, stdin, surroundings);
  const code = await run(argv, io);
  const bytes = Buffer.concat(out);
  return { code, stdout: bytes.toString(), stderr: Buffer.concat(err).toString(), bytes };
}

/** Gives the variables by which each system tells where a user's state goes, all for one folder. */
export function stateVariables(folder: string): Record<string, string> {
  return { HOME: folder, XDG_STATE_HOME: folder, LOCALAPPDATA: folder };
}

/** Gives the files under a folder, with `/` between the parts of a path. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Gives the script for a choice, as `render` writes it. */
export function scriptOf(choice: Choice): Buffer {
  return Buffer.from(renderScript(makePlan(choice), packageJson.version).bytes);
}

/** Gives a page of the documentation. */
export function page(name: string): string {
  return readFileSync(join(import.meta.dirname, "../../docs", name), "utf8");
}
