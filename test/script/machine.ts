import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toUnix } from "../rig/prefix.ts";
import { sharedHost } from "../rig/shared.ts";
import type { Kind, Value } from "../rig/wire.ts";
import { backend, dnsExclusions, reservedPorts } from "./backend.ts";
import { installDns, restartDns } from "./dns-server.ts";
import { decodeMultiString, encodeMultiString } from "./multi-string.ts";

/** Of ReservedPorts. */
export const parametersKey = reservedPorts.key;
export const versionKey = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
export const volatileKey = "HKLM\\HARDWARE\\DESCRIPTION\\System";
export const multiString = 7;
const note = () => `Portkeep${backend.valueName}AtStart`;
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
  ["", "SocketPoolExcludedPortRanges2", "MultiString", ["1645-1646"]],
  ["", "SearchList", "MultiString", []],
  ["\\Interfaces\\{1}", "ReservedPorts", "MultiString", ["7-7"]],
  ["\\Zones", "SocketPoolExcludedPortRanges", "MultiString", ["7-7"]],
  ["\\PersistentRoutes", "10.0.0.0,255.0.0.0,10.0.0.1,1", "String", ""],
];

/** Makes the worker's Windows one of the backend's, on which portkeep never ran, with this list (none: no value). */
export async function freshMachine(list?: readonly string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  rmSync(storePath(), { recursive: true, force: true });
  rmSync(toUnix(elsewhere), { recursive: true, force: true });
  mkdirSync(toUnix(elsewhere));
  // Wine's engine itself starts on nothing as old as what the script is to see.
  if (!onWindows) await registry.set(engineKey, "Version", "String", "win10");
  await registry.set(versionKey, "CurrentVersion", "String", backend.version);
  await registry.createKey(volatileKey);
  await registry.delete(volatileKey, note());
  // Both, since a script that chooses looks at either, and an earlier test may have used the other.
  await registry.deleteKey(reservedPorts.key);
  await registry.deleteKey(dnsExclusions.key.replace("\\Parameters", ""));
  if (backend.id === "dns-exclusions") await installDns();
  for (const [key, name, kind, value] of neighbours) {
    await registry.set(backend.key + key, name, kind, value);
  }
  await setList(list);
}

/** Sets the value as somebody else would, or removes it. */
export async function setList(list?: readonly string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  if (list) await registry.setRaw(backend.key, backend.valueName, multiString, encodeMultiString(list));
  else await registry.delete(backend.key, backend.valueName);
}

/** Gives the list that is there, or null where there is no value; throws for any other type. */
export async function readList(): Promise<string[] | null> {
  const { registry } = await sharedHost("windows");
  const found = await registry.getRaw(backend.key, backend.valueName);
  if (!found.exists) return null;
  if (found.type !== multiString) throw new Error(`the value has type ${found.type}`);
  return decodeMultiString(Buffer.from(found.base64, "base64"));
}

/** What the restart that is pending does: the volatile note is gone, or the DNS Server is another process. */
export async function pretendRestart(): Promise<void> {
  if (backend.id === "dns-exclusions") await restartDns();
  else await (await sharedHost("windows")).registry.delete(volatileKey, note());
}

/** Gives the path, on this machine, of the folder that portkeep keeps beside System32, or of something in it. */
export function storePath(...parts: string[]): string {
  return join(toUnix("C:\\windows"), "portkeep", ...parts);
}
