import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { build } from "vite";
import { type Row, row } from "./row.ts";

/** How fast choices become scripts. Bundled like the product, and in a process of its own. */
export async function measureRendering(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "portkeep-bench-"));
  try {
    await build({
      logLevel: "silent",
      build: { ssr: fileURLToPath(new URL("rendering-worker.ts", import.meta.url)), outDir: folder },
    });
    const { stdout } = await execa("node", [join(folder, "portkeep.js")]);
    const rate = JSON.parse(stdout) as { scripts: number; concat: number; template: number };
    return [
      row("choice -> plan -> script / Buffer.concat, rates", rate.scripts / rate.concat, "x", {
        atLeast: 0.4,
      }),
      row("choice -> plan -> script", rate.scripts, "scripts/s"),
      row("beside it: the whole script as one Handlebars template", rate.template, "scripts/s"),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
