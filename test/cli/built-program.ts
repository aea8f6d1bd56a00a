import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll } from "vitest";

/** Builds the program into a folder that goes with the test file, and gives the path of what Node.js runs. */
export async function builtProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-built-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({ logLevel: "silent", build: { outDir: join(folder, "dist"), emptyOutDir: true } });
  return join(folder, "dist", "portkeep.js");
}
