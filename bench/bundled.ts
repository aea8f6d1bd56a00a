import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { build } from "vite";

/** Runs one of the benchmarks' own programs, bundled like the product, in a process of its own; gives the JSON it prints. */
export type Run<Result> = (...args: string[]) => Promise<Result>;

/** Bundles a program of this folder for as long as `work` takes. */
export async function withBundled<Result, Value>(
  file: string,
  work: (run: Run<Result>) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "portkeep-bench-"));
  try {
    const entry = fileURLToPath(new URL(file, import.meta.url));
    await build({ logLevel: "silent", build: { ssr: entry, outDir: folder } });
    return await work(async (...args) => {
      const { stdout } = await execa("node", [join(folder, "portkeep.js"), ...args]);
      return JSON.parse(stdout);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
