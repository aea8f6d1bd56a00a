import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { toUnix } from "../rig/prefix.ts";
import { sharedHost } from "../rig/shared.ts";
import { installPowerShell } from "../signing/rig/complete.ts";

const folder = "C:\\windows\\system32\\WindowsPowerShell\\v1.0";

/** Where Windows PowerShell is, and here the stand-in for it. */
export const powershell = `${folder}\\powershell.exe`;

/**
 * Puts PowerShell 7.6 in the place of Windows PowerShell in this worker's Windows: a stand-in. Under Wine it cannot
 * judge signatures, so with the policy AllSigned it refuses every script.
 */
export async function installWindowsPowerShell(): Promise<void> {
  await installPowerShell();
  const own = toUnix("C:\\pwsh");
  const place = toUnix(folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(own)) symlinkSync(join(own, name), join(place, name));
  symlinkSync(join(own, "pwsh.exe"), join(place, "powershell.exe"));
  const { registry } = await sharedHost("windows");
  await registry.set("HKCU\\Software\\Wine\\AppDefaults\\powershell.exe", "Version", "String", "win10");
}

/** Writes a file of this worker's Windows, and the folder that it is in. */
export function writeWindowsFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(toUnix(path)), { recursive: true });
  writeFileSync(toUnix(path), bytes);
}
