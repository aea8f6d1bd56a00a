import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { execa } from "execa";
import { afterAll } from "vitest";
import packageJson from "../../package.json";

const checkout = join(import.meta.dirname, "../..");
// What git ignores, and the tests: no part of a package.
const left = [".git", ".rig", "coverage", "dist", "node_modules", "out", "packed", "test"];

/** The name of the package's file. */
export const packageFile = `portkeep-${packageJson.version}.tgz`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Gives an empty folder that goes with the test file. */
export function folderOfFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-release-"));
  folders.push(folder);
  return folder;
}

/** Copies the checkout, or a copy of it, without what was built in it: so packing disturbs nobody. */
export function copyOfCheckout(from = checkout): string {
  const copy = join(folderOfFile(), "checkout");
  cpSync(from, copy, { recursive: true, filter: (path) => !left.includes(relative(from, path)) });
  symlinkSync(join(checkout, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/** Packs a copy of the checkout as a release does, and gives the folder of what came out. */
export async function packedForRelease(copy: string, address = ""): Promise<string> {
  const folder = join(copy, "packed");
  await execa(join(copy, ".github/release/pack.sh"), [folder, address], { cwd: copy });
  return folder;
}
