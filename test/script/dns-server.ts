import { sharedHost } from "../rig/shared.ts";
import { installStandIns, standInKey } from "../rig/stand-ins.ts";

const serviceKey = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\DNS";

/** Has the worker's Windows have the DNS Server role, running; a stand-in of it. */
export async function installDns(): Promise<void> {
  await installStandIns();
  await resetStandIns();
  const { registry } = await sharedHost("windows");
  await registry.set(serviceKey, "Start", "DWord", 2);
  if ((await dnsProcesses()).length === 0) await startDns();
}

/** Forgets what the stand-ins kept, and how a test set them. */
async function resetStandIns(): Promise<void> {
  await (await sharedHost("windows")).registry.deleteKey(standInKey);
}

/** Tells the stand-ins something. */
export async function tellStandIns(name: string, value: string | string[]): Promise<void> {
  const { registry } = await sharedHost("windows");
  await registry.set(standInKey, name, typeof value === "string" ? "String" : "MultiString", value);
}

/** Gives what they keep under a name: a list, empty where there is none. */
export async function askStandIns(name: string): Promise<string[]> {
  const found = await (await sharedHost("windows")).registry.get(standInKey, name);
  return found.exists ? (found.value as string[]) : [];
}

/** Gives the numbers of the DNS Server's processes: one, or none. */
export async function dnsProcesses(): Promise<string[]> {
  return evaluate("foreach ($process in [Diagnostics.Process]::GetProcessesByName('dns')) { $process.Id }");
}

/** Ends the DNS Server and starts it again, as an administrator would. */
export async function restartDns(): Promise<void> {
  await stopDns();
  await startDns();
}

async function stopDns(): Promise<void> {
  await evaluate(
    "foreach ($process in [Diagnostics.Process]::GetProcessesByName('dns')) { $process.Kill(); $process.WaitForExit() }",
  );
}

async function startDns(): Promise<void> {
  await evaluate(`
    $start = New-Object Diagnostics.ProcessStartInfo 'C:\\windows\\system32\\sc.exe', 'start DNS'
    $start.UseShellExecute = $false
    [Diagnostics.Process]::Start($start).WaitForExit()`);
}

async function evaluate(code: string): Promise<string[]> {
  const { output, stderr } = await (await sharedHost("windows")).evaluate(code);
  if (stderr !== "") throw new Error(stderr);
  return output;
}
