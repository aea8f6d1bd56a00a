import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { builtProgram } from "../cli/built-program.ts";

const program = await builtProgram();

/** Where a shell runs: its home, a folder with files, and a folder of programs that is the first on its path. */
export interface Place {
  home: string;
  folder: string;
  programs: string;
  env: NodeJS.ProcessEnv;
}

/** What the folder holds. One name would run a command if a shell evaluated it. */
const names = ["a.ps1", "a.txt", "b c.ps1", "-hyphen.ps1", 'we"ird.txt', "$(touch ran).ps1", "notes.txt"];

const places: string[] = [];
// Within a test that runs, it would come too late.
afterAll(() => {
  for (const root of places) rmSync(root, { recursive: true, force: true });
});

/** Makes a place that goes with the test file, with portkeep on the path. */
export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), "portkeep-shell-"));
  places.push(root);
  const [home, folder, programs] = [join(root, "home"), join(root, "folder"), join(root, "programs")];
  for (const path of [home, folder, programs, join(folder, "my dir")]) mkdirSync(path);
  for (const name of names) writeFileSync(join(folder, name), "");
  for (const file of [join(folder, "my dir", "inner.ps1"), join(home, "at-home.ps1")])
    writeFileSync(file, "");
  const PATH = `${programs}:${process.env.PATH}`;
  const place = { home, folder, programs, env: { PATH, HOME: home, TERM: "dumb", LC_ALL: "C.UTF-8" } };
  placeProgram(place, `exec '${process.execPath}' '${program}' "$@"`);
  return place;
}

/** Makes portkeep what these lines of a shell script do. */
export function placeProgram({ programs }: Place, lines: string): void {
  const file = join(programs, "portkeep");
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
}
