import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { build } from "vite";

/** Where a user types commands, with `portkeep` on the path as an installation leaves it. */
export interface Shell {
  /** Gives a new folder to work in, in which `tmp` is for temporary files. */
  folder(): string;
  /** Runs a command line in a folder. */
  type(
    line: string,
    folder: string,
    options?: { env?: Record<string, string>; input?: string },
  ): Promise<Typed>;
  /** Removes it with all its folders. */
  close(): void;
}

interface Typed {
  exitCode?: number;
  stdout: string;
  stderr: string;
}

/** Builds the program as it is shipped, apart from the sources and what they depend on. */
export async function openShell(): Promise<Shell> {
  const home = mkdtempSync(join(tmpdir(), "portkeep-end-to-end-"));
  await build({ logLevel: "silent", build: { outDir: join(home, "dist") } });
  const program = join(home, "dist", "portkeep.js");
  chmodSync(program, 0o755);
  mkdirSync(join(home, "bin"));
  symlinkSync(program, join(home, "bin", "portkeep"));
  const path = [join(home, "bin"), process.env.PATH].join(delimiter);
  return {
    folder: () => {
      const folder = mkdtempSync(join(home, "folder-"));
      mkdirSync(join(folder, "tmp"));
      return folder;
    },
    type: async (line, cwd, { env = {}, input = "" } = {}) => {
      const own = { PATH: path, TMPDIR: join(cwd, "tmp"), ...env };
      return execa(line, { shell: true, cwd, env: own, input, reject: false, stripFinalNewline: false });
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Gives the processes that have been started in a folder, by whomever, and still run. */
export function processesOf(folder: string): string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(folder));
}

// A process that ends meanwhile has none.
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}
