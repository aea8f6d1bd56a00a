import { expect, onTestFailed } from "vitest";
import { type Ended, runLine } from "../rig/command-line.ts";
import { sharedHost } from "../rig/shared.ts";
import { footprint } from "../script/footprint.ts";
import { freshMachine, versionKey } from "../script/machine.ts";
import { type Result, readResultLine } from "../script/result-line.ts";
import { placeVbs, type Replacement } from "./place.ts";
import { standardVbs } from "./script.ts";

export interface Options {
  script?: Uint8Array;
  replace?: readonly Replacement[];
}

export interface VbsRun {
  exitCode: number;
  stdout: string;
  result: Result;
}

/** Runs any VBScript by cscript. */
export async function cscript(path: string, args: readonly string[] = []): Promise<Ended> {
  const words = ["C:\\windows\\system32\\cscript.exe", "//nologo", path, ...args];
  const ended = await runLine(words.join(" "));
  // Wine itself talks of what it was not installed with.
  const talk = /^.*(wine32|multiarch|apt-get).*\r?\n?/gm;
  return { ...ended, stderr: ended.stderr.replace(talk, "") };
}

/** Runs a rendered VBScript, the standard one unless told otherwise, and checks what every run promises. */
export async function runVbs(args = "", { script = standardVbs, replace }: Options = {}): Promise<VbsRun> {
  const run = await cscript(await placeVbs(script, replace), args.split(" ").filter(Boolean));
  onTestFailed(() => console.log(`${args}\n${run.stdout}`));
  return { ...run, result: readResultLine({ ...run, stray: "", durationMs: 0 }) };
}

/** The same, and checks that nothing at all was written. */
export async function runVbsUnchanged(args?: string, options?: Options): Promise<VbsRun> {
  const before = await footprint();
  const run = await runVbs(args, options);
  expect(await footprint()).toEqual(before);
  return run;
}

/** Makes the worker's Windows a Windows 2000 on which portkeep never ran, with this list (none: no value). */
export async function freshWindows2000(list?: readonly string[]): Promise<void> {
  await freshMachine(list);
  await (await sharedHost("windows")).registry.set(versionKey, "CurrentVersion", "String", "5.0");
}
