import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { ownPrefix, toUnix } from "../../rig/prefix.ts";
import { sharedHost } from "../../rig/shared.ts";
import { packages } from "../windows-signed/packages.ts";

let runs = 0;

/** Puts a complete PowerShell 7.6, all its modules included, into this worker's Windows. */
export async function installPowerShell(): Promise<void> {
  const { powerShell, dotnet } = await packages();
  await ownPrefix();
  link(powerShell, "C:\\pwsh");
  link(dotnet, "C:\\Program Files\\dotnet");
  const { registry } = await sharedHost("windows");
  // It starts on nothing as old as what the script is to see.
  await registry.set("HKCU\\Software\\Wine\\AppDefaults\\pwsh.exe", "Version", "String", "win10");
}

/** Runs a script as `pwsh -File` does; arguments are words without blanks. */
export async function runComplete(script: Uint8Array, given: readonly string[] = []): Promise<Ended> {
  const file = `C:\\complete-${++runs}.ps1`;
  writeFileSync(toUnix(file), script);
  return runLine(["C:\\pwsh\\pwsh.exe", "-NoProfile", "-NonInteractive", "-File", file, ...given].join(" "));
}

function link(folder: string, path: string): void {
  if (!existsSync(toUnix(path))) symlinkSync(folder, toUnix(path));
}
