import { rmSync } from "node:fs";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { toUnix } from "../../rig/prefix.ts";
import { writeWindowsFile } from "../windows-powershell.ts";

const folder = "C:\\ProgramData\\chocolatey\\lib\\reserve-ports";

// What Chocolatey's runner does with an install script: its errors are the package's, and so is the exit code that
// it leaves in a variable.
const runner = `
$ErrorActionPreference = 'Stop'
try {
  & '${folder}\\tools\\chocolateyInstall.ps1'
} catch {
  [Console]::Out.WriteLine('ERROR: ' + $_)
  exit -1
}
exit [int]$env:ChocolateyExitCode
`;

/** Installs an unpacked package as Chocolatey does, by a stand-in for its runner. */
export async function install(entries: ReadonlyMap<string, Uint8Array>): Promise<Ended> {
  rmSync(toUnix(folder), { recursive: true, force: true });
  for (const [name, bytes] of entries) {
    if (name.startsWith("tools/")) writeWindowsFile(`${folder}\\${name.replaceAll("/", "\\")}`, bytes);
  }
  writeWindowsFile(`${folder}\\runner.ps1`, Buffer.from(runner));
  return runLine("C:\\pwsh\\pwsh.exe -NoProfile -ExecutionPolicy Bypass -File runner.ps1", { folder });
}
