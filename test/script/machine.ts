import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toUnix } from "../rig/prefix.ts";
import { sharedHost } from "../rig/shared.ts";
import type { Kind, Value } from "../rig/wire.ts";
import { decodeMultiString, encodeMultiString } from "./multi-string.ts";

export const parametersKey = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
export const versionKey = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
export const volatileKey = "HKLM\\HARDWARE\\DESCRIPTION\\System";
export const valueName = "ReservedPorts";
export const multiString = 7;
const note = "PortkeepReservedPortsAtStart";
const engineKey = "HKCU\\Software\\Wine\\AppDefaults\\host.exe";

/** Whether this is a Windows machine: what would restart it, or needs Wine, is skipped by name there. */
export const onWindows = process.platform === "win32";

/** Where the tests have scripts put what they put elsewhere than into the store. */
export const elsewhere = "C:\\portkeep-test";

/** What stands in the key and below it besides the value, of every type, to be left alone. */
const neighbours: [key: string, name: string, kind: Kind, value: Value][] = [
  ["", "Hostname", "String", "srv1"],
  ["", "DataBasePath", "ExpandString", "%SystemRoot%\\System32\\drivers\\etc"],
  ["", "MaxUserPort", "DWord", 65534],
  ["", "Big", "QWord", 1],
  ["", "Blob", "Binary", "AAEC/w=="],
  ["", "", "String", 'a default value, "quoted", that ends with \\'],
  ["", "ReservedPortsOld", "MultiString", ["1645-1646", "1-2"]],
  ["", "SearchList", "MultiString", []],
  ["\\Interfaces\\{1}", "ReservedPorts", "MultiString", ["7-7"]],
  ["\\PersistentRoutes", "10.0.0.0,255.0.0.0,10.0.0.1,1", "String", ""],
];

/** Makes the worker's Windows a Server 2003 on which portkeep never ran, with this list (none: no value). */
export async function freshMachine(list?: readonly string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  rmSync(storePath(), { recursive: true, force: true });
  rmSync(toUnix(elsewhere), { recursive: true, force: true });
  mkdirSync(toUnix(elsewhere));
  // Wine's engine itself starts on nothing as old as what the script is to see.
  if (!onWindows) await registry.set(engineKey, "Version", "String", "win10");
  await registry.set(versionKey, "CurrentVersion", "String", "5.2");
  await registry.createKey(volatileKey);
  await registry.delete(volatileKey, note);
  await registry.deleteKey(parametersKey);
  for (const [key, name, kind, value] of neighbours) {
    await registry.set(parametersKey + key, name, kind, value);
  }
  await setList(list);
}

/** Sets the value as somebody else would, or removes it. */
export async function setList(list?: readonly string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  if (list) await registry.setRaw(parametersKey, valueName, multiString, encodeMultiString(list));
  else await registry.delete(parametersKey, valueName);
}

/** Gives the list that is there, or null where there is no value; throws for any other type. */
export async function readList(): Promise<string[] | null> {
  const { registry } = await sharedHost("windows");
  const found = await registry.getRaw(parametersKey, valueName);
  if (!found.exists) return null;
  if (found.type !== multiString) throw new Error(`ReservedPorts has type ${found.type}`);
  return decodeMultiString(Buffer.from(found.base64, "base64"));
}

/** What a restart of the machine does to what the script can see: the volatile note is gone. */
export async function pretendRestart(): Promise<void> {
  await (await sharedHost("windows")).registry.delete(volatileKey, note);
}

/** Gives the path, on this machine, of the folder that portkeep keeps beside System32, or of something in it. */
export function storePath(...parts: string[]): string {
  return join(toUnix("C:\\windows"), "portkeep", ...parts);
}
