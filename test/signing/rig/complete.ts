import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { ownPrefix, toUnix } from "../../rig/prefix.ts";
import { sharedHost } from "../../rig/shared.ts";
import { packages } from "../windows-signed/packages.ts";

// PowerShell runs nothing where there is no console, and a program that is to have no window gets one. What it
// starts keeps its output open, so that goes to files.
const start = `
$start = New-Object System.Diagnostics.ProcessStartInfo 'C:\\windows\\system32\\cmd.exe', $line
$start.UseShellExecute = $false
$start.CreateNoWindow = $true
# The engine has set it for itself.
$start.EnvironmentVariables.Remove('PSModulePath')
$start.EnvironmentVariables['POWERSHELL_TELEMETRY_OPTOUT'] = '1'
$start.EnvironmentVariables['NO_COLOR'] = '1'
$process = [System.Diagnostics.Process]::Start($start)
$process.WaitForExit()
$process.ExitCode`;

interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

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
export async function runComplete(script: Uint8Array, given: readonly string[] = []): Promise<Outcome> {
  const name = `C:\\complete-${++runs}`;
  const file = (ending: string) => `${name}.${ending}`;
  writeFileSync(toUnix(file("ps1")), script);
  const command = ["C:\\pwsh\\pwsh.exe", "-NoProfile", "-NonInteractive", "-File", file("ps1"), ...given];
  const line = `/c ${command.join(" ")} <NUL >${file("out")} 2>${file("err")}`;
  const { output, stderr } = await (await sharedHost("windows")).evaluate(start, { line });
  if (stderr !== "") throw new Error(stderr);
  const read = (ending: string) => readFileSync(toUnix(file(ending)), "utf8");
  return { exitCode: Number(output.at(-1)), stdout: read("out"), stderr: read("err") };
}

function link(folder: string, path: string): void {
  if (!existsSync(toUnix(path))) symlinkSync(folder, toUnix(path));
}
