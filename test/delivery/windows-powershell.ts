import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

// PowerShell needs a console, which a program that is to have no window gets. What a program starts may keep its
// output open after its end, so that goes to files, new ones each time.
const start = `
$start = New-Object System.Diagnostics.ProcessStartInfo 'C:\\windows\\system32\\cmd.exe', "/c $line <NUL >$output 2>$errors"
$start.WorkingDirectory = $folder
$start.UseShellExecute = $false
$start.CreateNoWindow = $true
# The engine has set it for itself.
$start.EnvironmentVariables.Remove('PSModulePath')
foreach ($pair in @('NO_COLOR=1', 'POWERSHELL_TELEMETRY_OPTOUT=1') + $environment) {
  $name, $value = $pair -split '=', 2
  $start.EnvironmentVariables[$name] = $value
}
$process = [System.Diagnostics.Process]::Start($start)
$process.WaitForExit()
$process.ExitCode`;

let runs = 0;

export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line, in which the shell expands variables, as an agent does: in a folder, without a console. */
export async function runLine(
  line: string,
  { folder, environment = {} }: { folder: string; environment?: Record<string, string> },
): Promise<Ended> {
  const [output, errors] = [`C:\\agent-${++runs}.out`, `C:\\agent-${runs}.err`];
  const given = Object.entries(environment).map((pair) => pair.join("="));
  const host = await sharedHost("windows");
  const variables = { line, folder, output, errors, environment: given };
  const told = await host.evaluate(start, variables);
  if (told.stderr !== "") throw new Error(told.stderr);
  const read = (file: string) => readFileSync(toUnix(file), "utf8");
  return { exitCode: Number(told.output.at(-1)), stdout: read(output), stderr: read(errors) };
}

/** Writes a file of this worker's Windows, and the folder that it is in. */
export function writeWindowsFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(toUnix(path)), { recursive: true });
  writeFileSync(toUnix(path), bytes);
}
