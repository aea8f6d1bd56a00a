import { rmSync } from "node:fs";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { toUnix } from "../../rig/prefix.ts";
import { writeWindowsFile } from "../windows-powershell.ts";

const folder = "C:\\ProgramData\\CentraStage\\Packages\\component";

/** Gives the bytes that Datto RMM runs of a script that it stores: with a mark before them. */
export function asRun(stored: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from("\ufeff"), stored]);
}

/** Runs the files of a component as Datto RMM's agent does: beside each other, the variables in its environment. */
export async function runComponent(
  entries: ReadonlyMap<string, Uint8Array>,
  environment: Record<string, string> = {},
): Promise<Ended> {
  rmSync(toUnix(folder), { recursive: true, force: true });
  for (const [name, bytes] of entries) {
    if (name === "command.bat") writeWindowsFile(`${folder}\\command.ps1`, asRun(bytes));
    else writeWindowsFile(`${folder}\\${name}`, bytes);
  }
  // Asking for no signature. The launcher itself runs in PowerShell 7.6, a stand-in too.
  return runLine("C:\\pwsh\\pwsh.exe -NoProfile -ExecutionPolicy Bypass -File command.ps1", {
    folder,
    environment,
  });
}
