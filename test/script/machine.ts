import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { toUnix } from "../rig/prefix.ts";
import { type Outcome, runScript, type ScriptOptions } from "../rig/run.ts";
import { sharedHost } from "../rig/shared.ts";

export const parametersKey = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
export const versionKey = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
export const volatileKey = "HKLM\\HARDWARE\\DESCRIPTION\\System";
const valueName = "ReservedPorts";
const note = "PortkeepReservedPortsAtStart";

/** The result line of the contract. */
export interface Result {
  portkeep: string;
  schema: number;
  action: string;
  state: string;
  exitCode: number;
  rebootRequired: boolean;
  restart: string;
  backend: string;
  computer: string;
  settingsId: string;
  environment: string[];
  added: string[];
  kept: string[];
  value: string[];
  valueCount: number;
  truncated: boolean;
  backup: string;
  warnings: string[];
  message: string;
}

export type Run = Outcome & { result: Result };

/** Gives the bytes of a script for these choices; the Standard edition's bundle by default. */
export function scriptFor(choice: Choice = { products: ["sbs-2003-standard"] }): Uint8Array {
  return renderScript(makePlan(choice), "1.0.0").bytes;
}

const standard = scriptFor();

/** Runs the default script with these arguments. */
export async function run(args = "", options: ScriptOptions & { script?: Uint8Array } = {}): Promise<Run> {
  const { script = standard, ...rest } = options;
  const list = args === "" ? [] : args.split(" ");
  return (await runScript(script, { arguments: list, ...rest })) as Run;
}

/** Makes the worker's Windows a Server 2003 on which portkeep never ran, with this list (none: no value). */
export async function freshMachine(list?: readonly string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  rmSync(storePath(), { recursive: true, force: true });
  await registry.set(versionKey, "CurrentVersion", "String", "5.2");
  await registry.delete(volatileKey, note);
  await setList(list);
}

/** Sets the value as somebody else would, or removes it. */
export async function setList(list?: readonly string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  if (list) await registry.set(parametersKey, valueName, "MultiString", [...list]);
  else await registry.delete(parametersKey, valueName);
}

/** Gives the list that is there, or null where there is no value; throws for any other type. */
export async function readList(): Promise<string[] | null> {
  const { registry } = await sharedHost("windows");
  const found = await registry.get(parametersKey, valueName);
  if (!found.exists) return null;
  if (found.kind !== "MultiString") throw new Error(`type ${found.kind}`);
  return found.value as string[];
}

/** What a restart of the machine does to what the script can see: the volatile note is gone. */
export async function pretendRestart(): Promise<void> {
  await (await sharedHost("windows")).registry.delete(volatileKey, note);
}

export function storePath(...parts: string[]): string {
  return join(toUnix("C:\\windows"), "portkeep", ...parts);
}

/** Gives every file below the store with its content and time of change, to compare byte for byte. */
export function storeFiles(): Record<string, string> {
  if (!existsSync(storePath())) return {};
  const names = readdirSync(storePath(), { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const info = statSync(storePath(name));
      return [
        name,
        info.isDirectory() ? "folder" : `${info.mtimeMs} ${readFileSync(storePath(name), "hex")}`,
      ];
    }),
  );
}
