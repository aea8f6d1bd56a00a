import { existsSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { execa } from "execa";
import { locked } from "../rig/lock.ts";
import { rigFolder } from "../rig/places.ts";

/** The versions of Node.js that the package is tried with: the oldest that it promises to run on, and later lines. */
const versions = ["20.19.0", "22.23.3", "24.21.0"];

/** Gives each Node.js, this machine's own first: its version, and the PATH with it in front. */
export async function nodes(): Promise<{ version: string; path: string }[]> {
  const own = { version: process.versions.node, folder: dirname(process.execPath) };
  const others = await locked(join(rigFolder, "nodes.lock"), () => Promise.all(versions.map(installed)));
  return [own, ...others].map(({ version, folder }) => ({
    version,
    path: [folder, process.env.PATH].join(delimiter),
  }));
}

/** Gives the folder of a version of Node.js, which is installed where it is missing. */
export function installNode(version: string) {
  return locked(join(rigFolder, "nodes.lock"), () => installed(version));
}

// The package `node` has a script that fetches the package for the machine. To name that one needs no script.
async function installed(version: string): Promise<{ version: string; folder: string }> {
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(rigFolder, `node-${version}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await execa("npm", ["install", "--no-save", "--prefix", unfinished, `${name}@${version}`]);
    renameSync(unfinished, home);
  }
  return { version, folder: join(home, "node_modules", name, "bin") };
}
