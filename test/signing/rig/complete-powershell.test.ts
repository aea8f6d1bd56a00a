import { describe, expect, test } from "vitest";
import { placeScript } from "../../rig/run.ts";
import type { RawFound } from "../../rig/wire.ts";
import { readKey } from "../../script/footprint.ts";
import { freshMachine, parametersKey } from "../../script/machine.ts";
import { run } from "../../script/run.ts";
import { standardScript } from "../../script/script.ts";
import { changed } from "../oracles/samples.ts";
import { pki } from "../pki.ts";
import { windowsSignedScripts } from "../windows-signed/scripts.ts";
import { installPowerShell, runComplete } from "./complete.ts";
import { sign } from "./signing.ts";

await installPowerShell();
const { signers } = await pki();
const signed = await sign(standardScript, signers.rsa2048);
const before = ["3343-3343", "1646-1700", "no range"];
const parameters = [
  ...["Action", "Reboot", "RebootDelaySeconds", "RebootExitCode", "RestartDns"],
  ...["BackupDirectory", "LogFile", "Force"],
];

interface Step {
  exitCode: number;
  stdout: string;
  stderr: string;
  registry: Record<string, RawFound>;
}

interface Help {
  /** Their names and what is said of them. */
  Parameters: [string, string | null][];
}

/** Takes a fresh machine through all actions, and gives all that can be seen of it, without the times. */
async function history(take: (args: string[]) => Promise<Omit<Step, "registry">>): Promise<Step[]> {
  await freshMachine(before);
  const steps: Step[] = [];
  for (const action of ["Test", "Report", "Apply", "Test", "Restore"]) {
    const { exitCode, stdout, stderr } = await take(["-Action", action]);
    const said = stdout.replace(/-\d{8}-\d{9}\.reg/g, "-TIME.reg");
    steps.push({ exitCode, stdout: said, stderr, registry: await readKey(parametersKey) });
  }
  return steps;
}

test("it is a whole PowerShell 7.6, with its modules", async () => {
  const code = "$PSVersionTable.PSVersion.ToString(); (Get-Command New-Object).Source; exit 3010";
  expect(await runComplete(Buffer.from(code))).toEqual({
    exitCode: 3010,
    stdout: "7.6.9\r\nMicrosoft.PowerShell.Utility\r\n",
    stderr: "",
  });
});

test("a signed script says and does the same in it as in the engine alone, to the byte", async () => {
  const steps = await history((args) => runComplete(signed, args));
  expect(steps.map(({ exitCode }) => exitCode)).toEqual([1, 1, 3010, 3010, 0]);
  expect(steps).toEqual(await history((args) => run(args, { script: signed })));
});

describe("a signed script is told of", () => {
  test("by Get-Help, with a purpose, parameters, an example and exit codes", async () => {
    const help = await tell<Help>(`$help = Get-Help $Path -Full
      @{
        Synopsis = $help.Synopsis
        Description = $help.description.Text
        Parameters = @($help.parameters.parameter | ForEach-Object { ,@($_.name, $_.description.Text) })
        Examples = @($help.examples.example | ForEach-Object { $_.code })
        Notes = $help.alertSet.alert.Text
        Shown = $help | Out-String
      }`);
    expect(help).toMatchObject({
      Synopsis: expect.stringMatching(/^Reserves UDP ports/),
      Description: expect.stringContaining("KB 956189"),
      Examples: [expect.stringMatching(/^powershell .*-File \S+\.ps1/)],
      Notes: expect.stringContaining("3010"),
      Shown: expect.not.stringContaining("SIG #"),
    });
    const described = help.Parameters.filter(([, text]) => text).map(([name]) => name);
    expect(described).toEqual(expect.arrayContaining(parameters));
  });

  test("by Get-Command, with its parameters and those of every cmdlet that changes something", async () => {
    const command = await tell(`$command = Get-Command $Path
      @{ Type = "$($command.CommandType)"; Parameters = @($command.Parameters.Keys) }`);
    expect(command).toEqual({
      Type: "ExternalScript",
      Parameters: expect.arrayContaining([...parameters, "WhatIf", "Confirm", "Verbose"]),
    });
  });
});

test("Wine has no judge of scripts: neither ours, a changed one, nor Microsoft's own get a verdict", async () => {
  const byMicrosoft = (await windowsSignedScripts()).find(({ name }) => /powershell.*\.psm1$/.test(name));
  const own = Buffer.from(byMicrosoft?.bytes ?? "");
  expect(own.length).toBeGreaterThan(1000);
  for (const script of [signed, changed(signed, 10), own]) {
    const told = await tell(
      `$signature = Get-AuthenticodeSignature $Path
      $policy = try { Set-ExecutionPolicy AllSigned -Scope Process; & $Path -Action Test } catch { "$_" }
      @{ Status = "$($signature.Status)"; Message = $signature.StatusMessage; Run = $policy }`,
      script,
    );
    expect(told).toEqual({
      Status: "UnknownError",
      Message: expect.stringContaining("0x800b0003"),
      Run: expect.stringContaining("cannot be loaded"),
    });
  }
});

/** Gives what a piece of PowerShell says of a script at `$Path`. */
async function tell<Told>(code: string, script: Uint8Array = signed): Promise<Told> {
  const path = await placeScript(script, "windows");
  const { stdout, stderr } = await runComplete(
    Buffer.from(`param($Path)\n$about = & {\n${code}\n}\n$about | ConvertTo-Json -Depth 4 -Compress`),
    [path],
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}
