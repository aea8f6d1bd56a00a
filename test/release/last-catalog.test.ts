import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { folderOfFile } from "./packed.ts";

const script = join(import.meta.dirname, "../../.github/release/last-catalog.sh");

/** Stands in for GitHub's command line: lists releases as a shell's line says, and notes how it was asked for a file. */
const gh = (list: string) => `#!/bin/sh
case "$2" in
  list) ${list} ;;
  download) echo "$@" > last.zip ;;
esac
`;

/** Fetches the last catalogue in an empty folder. */
async function fetchLast(list: string) {
  const folder = folderOfFile();
  writeFileSync(join(folder, "gh"), gh(list), { mode: 0o755 });
  const env = { PATH: [folder, process.env.PATH].join(delimiter) };
  const { exitCode } = await execa(script, ["last.zip"], { cwd: folder, env, reject: false });
  const file = join(folder, "last.zip");
  return { exitCode, asked: existsSync(file) ? readFileSync(file, "utf8").trim() : null };
}

test("the catalogue is that of the last release", async () => {
  const asked = "release download v1.2.2 --pattern portkeep-catalog-*.zip --output last.zip";
  expect(await fetchLast("echo v1.2.2")).toEqual({ exitCode: 0, asked });
});

test("there is none where nothing is released yet", async () => {
  expect(await fetchLast(":")).toEqual({ exitCode: 0, asked: null });
});

test("it fails where the releases cannot be listed", async () => {
  expect(await fetchLast("exit 1")).toEqual({ exitCode: 1, asked: null });
});
