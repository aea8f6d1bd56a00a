import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import type { Outcome } from "../cli/console.ts";

/** Who runs a program, where it is not who runs the tests. */
type User = { uid?: number; gid?: number };

/** An installation of the package: runs the program in a folder, as a shell finds it. */
export type Installed = (argv: readonly string[], cwd: string, as?: User) => Promise<Outcome>;

/**
 * Installs the package into a folder as `npm install -g` does, by the first Node.js in the path. npm has no network and
 * an empty cache: what the package does not bring is not there.
 */
export async function install(
  packagePath: string,
  folder: string,
  path = process.env.PATH,
): Promise<Installed> {
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  const own = ["--offline", "--cache", join(folder, "cache"), "--prefix", folder];
  const env = { PATH: path, HOME: home, XDG_STATE_HOME: home, LANG: "C.UTF-8" };
  await execa("npm", ["install", "--global", ...own, packagePath], { env, extendEnv: false, cwd: folder });
  const withProgram = { ...env, PATH: [join(folder, "bin"), path].join(delimiter) };
  return async (argv, cwd, as = {}) => {
    const { exitCode, stdout, stderr } = await execa("portkeep", argv, {
      ...as,
      ...{ cwd, env: withProgram, extendEnv: false, input: "", reject: false },
      encoding: "buffer",
      stripFinalNewline: false,
    });
    const bytes = Buffer.from(stdout);
    return { code: exitCode ?? -1, stdout: bytes.toString(), stderr: Buffer.from(stderr).toString(), bytes };
  };
}
