import { lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, portkeep } from "../console.ts";
import { berlin } from "./run.ts";

const list = "site,products\na,ias\n";

/** Adds a site to a list after something was done to it, and gives its path. */
async function added(prepare: (file: string) => void): Promise<string> {
  const folder = emptyFolder();
  const file = join(folder, "sites.csv");
  writeFileSync(file, list);
  prepare(file);
  expect(await portkeep(["init", ...berlin], folder)).toMatchObject({ code: 0 });
  return file;
}

test("a list of 200,000 sites gets one more", async () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => `s${index},ias\n`);
  const before = `site,products\n${rows.join("")}`;
  const file = await added((path) => writeFileSync(path, before));
  expect(readFileSync(file, "utf8") === `${before}berlin-dc1,ias ipsec\n`).toBe(true);
});

test.skipIf(process.platform === "win32")("a list stays behind a link to it, which stays one", async () => {
  const real = join(emptyFolder(), "real.csv");
  writeFileSync(real, list);
  const file = await added((path) => {
    rmSync(path);
    symlinkSync(real, path);
  });
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readFileSync(real, "utf8")).toBe(`${list}berlin-dc1,ias ipsec\n`);
});
