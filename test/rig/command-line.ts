import { readFileSync } from "node:fs";
import { toUnix } from "./prefix.ts";
import { sharedHost } from "./shared.ts";

// PowerShell needs a console, which a program that is to have no window gets. What a program starts may keep its
// output open after its end, so that goes to files. By a program on Windows, since Linux keeps only the last eight
// bits of an exit code.
const startCode = `
$start = New-Object System.Diagnostics.ProcessStartInfo 'C:\\windows\\system32\\cmd.exe', "/c $line <NUL >$files.out 2>$files.err"
$start.WorkingDirectory = $folder
$start.UseShellExecute = $false
$start.CreateNoWindow = $true
# The engine has set it for itself.
$start.EnvironmentVariables.Remove('PSModulePath')
foreach ($pair in @('NO_COLOR=1', 'POWERSHELL_TELEMETRY_OPTOUT=1') + $environment) {
  $name, $value = $pair -split '=', 2
  $start.EnvironmentVariables[$name] = $value
}
$process = $null
# Wine now and then fails to start a process, which is then not there at all.
for ($n = 1; -not $process; $n++) {
  try { $process = [System.Diagnostics.Process]::Start($start) } catch { if ($n -eq 3) { throw } }
}
$process.WaitForExit()
$process.ExitCode`;

export interface LineOptions {
  folder?: string;
  environment?: Record<string, string>;
}

export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line, in which the shell expands variables, as an agent does: in a folder, without a console. */
export async function runLine(line: string, options: LineOptions = {}): Promise<Ended> {
  ready ??= waitForShell();
  await ready;
  return start(line, options);
}

let ready: Promise<void> | undefined;

// The first program that the shell of a fresh Wine is to start now and then ends with 0 and was never there.
async function waitForShell(attempts = 5): Promise<void> {
  const { exitCode } = await start("C:\\windows\\system32\\cmd.exe /c exit 7", {});
  if (exitCode === 7) return;
  if (attempts === 1) throw new Error(`Wine's shell starts no program: exit code ${exitCode}.`);
  await waitForShell(attempts - 1);
}

let runs = 0;

async function start(line: string, { folder = "C:\\", environment = {} }: LineOptions): Promise<Ended> {
  const files = `C:\\line-${++runs}`;
  const given = Object.entries(environment).map((pair) => pair.join("="));
  const host = await sharedHost("windows");
  const told = await host.evaluate(startCode, { line, folder, files, environment: given });
  if (told.stderr !== "") throw new Error(told.stderr);
  const read = (ending: string) => readFileSync(toUnix(`${files}.${ending}`), "utf8");
  return { exitCode: Number(told.output.at(-1)), stdout: read("out"), stderr: read("err") };
}
