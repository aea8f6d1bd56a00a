import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { type Row, row, shortest } from "./row.ts";

const checkout = fileURLToPath(new URL("..", import.meta.url));

/** How large the package is, and how long it takes to install, beside a package of nothing. */
export async function measurePackage(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-bench-"));
  try {
    const nothing = join(folder, "nothing");
    mkdirSync(nothing);
    writeFileSync(join(nothing, "package.json"), '{ "name": "nothing", "version": "1.0.0" }');
    const [packed, empty] = [await pack(checkout, folder), await pack(nothing, folder)];
    const install = (file: string) =>
      execa("npm", ["install", "--global", "--offline", "--prefix", join(folder, "prefix"), file]);
    const best = await shortest(7, {
      package: () => install(join(folder, packed.filename)),
      nothing: () => install(join(folder, empty.filename)),
    });
    return [
      row("the package, as it is downloaded", packed.size / 1000, "kB", { atMost: 600 }),
      row("the same, installed", packed.unpackedSize / 1000, "kB"),
      row("npm install of the package / of an empty one", best.package / best.nothing, "x"),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Packs a folder as it is into another one. */
async function pack(
  folder: string,
  into: string,
): Promise<{ filename: string; size: number; unpackedSize: number }> {
  const options = ["--json", "--ignore-scripts", "--pack-destination", into];
  const { stdout } = await execa("npm", ["pack", ...options], { cwd: folder });
  const [packed] = JSON.parse(stdout);
  return packed;
}
