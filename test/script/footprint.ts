import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { toUnix } from "../rig/prefix.ts";
import { registryRoots } from "../rig/registryRoots.ts";
import { sharedHost } from "../rig/shared.ts";
import type { RawFound } from "../rig/wire.ts";
import { backend } from "./backend.ts";
import { elsewhere, storePath, volatileKey } from "./machine.ts";

/** Gives all that a run could write, with times: equal footprints mean that nothing was written in between. */
export async function footprint(): Promise<object> {
  return {
    ...(await registryFootprint()),
    store: filesBelow(storePath()),
    elsewhere: filesBelow(toUnix(elsewhere)),
  };
}

/** The registry's part of it. */
export async function registryFootprint(): Promise<object> {
  return {
    key: await readKey(backend.key),
    keyWritten: await lastWrite(backend.key),
    volatile: await readValues(volatileKey),
  };
}

/** Gives every value of a key and of those below it as raw bytes, by path. */
export async function readKey(key: string): Promise<Record<string, RawFound>> {
  const { registry } = await sharedHost("windows");
  const found = await readValues(key);
  for (const name of (await registry.list(key)).subkeys)
    Object.assign(found, await readKey(`${key}\\${name}`));
  return found;
}

async function readValues(key: string): Promise<Record<string, RawFound>> {
  const { registry } = await sharedHost("windows");
  const found: Record<string, RawFound> = {};
  for (const name of (await registry.list(key)).values) {
    found[`${key}\\${name}`] = await registry.getRaw(key, name);
  }
  return found;
}

/** Gives every file and folder below a folder with its time of change and content. */
export function filesBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()];
  return Object.fromEntries(
    names.map((name) => {
      const info = statSync(join(folder, name), { bigint: true });
      const content = info.isDirectory() ? "folder" : readFileSync(join(folder, name), "latin1");
      return [name, `${info.mtimeNs} ${content}`];
    }),
  );
}

// .NET knows the call and keeps it to itself.
const lastWriteCode = `
$query = [Microsoft.Win32.RegistryKey].Assembly.GetType('Interop+Advapi32').GetMethod('RegQueryInfoKey', [Reflection.BindingFlags]'NonPublic,Static')
$key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($path)
$arguments = [object[]]@($key.Handle, $null, $null, [IntPtr]::Zero, 0, $null, $null, 0, $null, $null, $null, $null)
$arguments[11] = [Array]::CreateInstance([int], 2).PSObject.BaseObject
[void]$query.Invoke($null, $arguments)
"$($arguments[11])"
`;

async function lastWrite(key: string): Promise<string> {
  const host = await sharedHost("windows");
  const path = registryRoots.reduce((own, [from, to]) => own.replace(from, to), key.replace("HKLM\\", ""));
  const { output, stderr } = await host.evaluate(lastWriteCode, { path });
  if (!/^-?\d+ \d+$/.test(output[0] ?? "")) throw new Error(`no time of the last write: ${stderr}`);
  return output[0] as string;
}
