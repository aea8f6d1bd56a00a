import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { locked } from "../rig/lock.ts";
import { rigFolder } from "../rig/places.ts";
import type { Place } from "./place.ts";

const version = "7.6.9";
const folder = join(rigFolder, `powershell-${version}`);

/** What PowerShell would put in the place of the word, what it lists, and what it says of it. */
interface Offer {
  text: string;
  listed: string;
  described: string;
}

/** What a TAB does at the end of a line, which has this length of it replaced. */
export interface Completed {
  replaced: number;
  offers: Offer[];
  exitCode: number;
}

// A TAB of PowerShell's own line editor asks no other way.
const driver = `
$ErrorActionPreference = 'Stop'
portkeep completion powershell | Out-String | Invoke-Expression
$global:LASTEXITCODE = 7
$ErrorActionPreference = 'Continue'
#BEFORE#
@(foreach ($line in $env:PORTKEEP_TEST_LINES | ConvertFrom-Json) {
  $completed = TabExpansion2 -inputScript $line -cursorColumn $line.Length
  @{
    replaced = $completed.ReplacementLength
    exitCode = $LASTEXITCODE
    offers = @($completed.CompletionMatches | ForEach-Object {
      @{ text = $_.CompletionText; listed = $_.ListItemText; described = $_.ToolTip }
    })
  }
}) | ConvertTo-Json -Depth 4 -AsArray
`;

/** Installs PowerShell 7 for this system, as .NET installs tools, once for all workers. */
export async function installPowerShell(): Promise<void> {
  await locked(join(rigFolder, "powershell.lock"), async () => {
    if (existsSync(join(folder, "pwsh"))) return;
    rmSync(folder, { recursive: true, force: true });
    const given = ["tool", "install", "PowerShell", "--version", version, "--tool-path", folder];
    await execa("dotnet", given, { env: { DOTNET_CLI_TELEMETRY_OPTOUT: "1" } });
  });
}

/** Presses TAB at the end of each line in a whole PowerShell, with portkeep's script loaded as the help says, and `before` run after that. */
export async function completeInPowerShell(
  lines: readonly string[],
  { home, folder: cwd, env }: Place,
  before = "",
): Promise<{ completed: Completed[]; stderr: string }> {
  const file = join(home, "driver.ps1");
  writeFileSync(
    file,
    driver.replace("#BEFORE#", () => before),
  );
  const { stdout, stderr } = await execa(
    join(folder, "pwsh"),
    ["-NoProfile", "-NonInteractive", "-File", file],
    {
      cwd,
      env: {
        ...env,
        POWERSHELL_TELEMETRY_OPTOUT: "1",
        PORTKEEP_TEST_LINES: JSON.stringify(lines),
      },
    },
  );
  return { completed: JSON.parse(stdout), stderr };
}
