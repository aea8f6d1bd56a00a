import { expect, onTestFailed } from "vitest";
import { runScript, type ScriptOptions } from "../rig/run.ts";
import type { RunResult } from "../rig/wire.ts";
import { backend } from "./backend.ts";
import { footprint, registryFootprint } from "./footprint.ts";
import { onWindows } from "./machine.ts";
import { type Result, readResultLine } from "./result-line.ts";

export interface Run extends RunResult {
  result: Result;
}

export interface Options extends ScriptOptions {
  script?: Uint8Array;
}

/** Runs a script, the standard one unless told otherwise, and checks what every run promises. */
export async function run(args: string | string[] = [], options: Options = {}): Promise<Run> {
  const { script = backend.script, ...rest } = options;
  for (const [from] of rest.replace ?? []) {
    expect(
      Buffer.from(script).includes(from),
      `the script has "${from}", for which the test has a stand-in`,
    ).toBe(true);
  }
  if (onWindows && mayRestart(args, options)) throw new Error("a test must not restart this machine");
  const list = typeof args === "string" ? args.split(" ").filter(Boolean) : args;
  const outcome = await runScript(script, { arguments: list, ...rest });
  if (expect.getState().currentTestName)
    onTestFailed(() => console.log(`${list.join(" ")}\n${outcome.stdout}`));
  return { ...outcome, result: readResultLine(outcome) };
}

// On a Windows machine shutdown.exe is the real one.
function mayRestart(args: string | string[], { environment, script = backend.script }: Options): boolean {
  const asks = /reboot\W+ifneeded/i.test(JSON.stringify([args, environment]));
  return asks || /^ +Reboot += 'IfNeeded'/m.test(Buffer.from(script).toString("latin1"));
}

/** The same, and checks that nothing at all was written. */
export function runUnchanged(args?: string | string[], options?: Options): Promise<Run> {
  return runSame(footprint, args, options);
}

/** The same, and checks that nothing was written to the registry. */
export function runRegistryUnchanged(args?: string | string[], options?: Options): Promise<Run> {
  return runSame(registryFootprint, args, options);
}

async function runSame(
  take: () => Promise<object>,
  args?: string | string[],
  options?: Options,
): Promise<Run> {
  const before = await take();
  const outcome = await run(args, options);
  expect(await take()).toEqual(before);
  return outcome;
}
