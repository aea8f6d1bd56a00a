import { describe, expect, it } from "vitest";
import { runScript } from "./run.ts";

const lines = (text: string) => text.split(/\r?\n/).filter((line) => line !== "");
const advanced = "[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]\n";
const change = `${advanced}param()\nif ($PSCmdlet.ShouldProcess('the value', 'write')) { 'written' } else { 'left' }`;

describe.each(["linux", "windows"] as const)("a script on %s", (on) => {
  it.each([
    ["exit 7", 7],
    ["exit 3010", 3010],
    ["'done'", 0],
    ["throw 'no'", 1],
    ["[int]'no'", 0],
    ["$ErrorActionPreference = 'Stop'; [int]'no'", 1],
    ["function f { exit 4 }; f; 'not reached'", 4],
    ["try { exit 5 } finally { 'last words' }", 5],
    ["& { exit 6 }", 6],
  ])("%s ends with %i", async (script, code) => {
    expect((await runScript(script, { on })).exitCode).toBe(code);
  });

  it.each([
    ["an unknown parameter", ["-Other", "x"]],
    ["a repeated parameter", ["-Action", "a", "-Action", "b"]],
    ["a missing value", ["-Action"]],
    ["a value outside its set", ["-Action", "c"]],
    ["a word where a number belongs", ["-Count", "x"]],
  ])("refuses %s before its first statement", async (_, given) => {
    const script = "[CmdletBinding()] param([ValidateSet('a', 'b')] [string] $Action, [int] $Count) 'ran'";
    const { exitCode, stdout, stderr } = await runScript(script, { on, arguments: given });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/parameter/i);
  });

  it("binds arguments as -File does", async () => {
    const script = `param([string] $Name, [switch] $Force, [switch] $Off, [string] $Last, [Parameter(ValueFromRemainingArguments = $true)] $Rest)
      "$Name|$Force|$Off|$Last|$($Rest -join ';')"`;
    const given = ["-Name:a b", "-Force", "-Off:$false", "-Last:", "-z", "-Unknown", "1 2", "$true"];
    expect(lines((await runScript(script, { on, arguments: given })).stdout)).toEqual([
      "a b|True|False|-z|-Unknown;1 2;$true",
    ]);
  });

  it("writes to the stream powershell.exe would", async () => {
    const script = `${advanced}param()
      'object'; [Console]::Out.WriteLine('console'); $host.UI.WriteLine('host')
      Write-Verbose 'more'; Write-Warning 'careful'; $PSCmdlet.ShouldProcess('x', 'write') | Out-Null
      [Console]::Error.WriteLine('console error'); $host.UI.WriteErrorLine('host error'); $PSCmdlet.WriteError(
        (New-Object System.Management.Automation.ErrorRecord (New-Object System.Exception 'record'), 'id', 'NotSpecified', $null))`;
    const { stdout, stderr } = await runScript(script, { on, arguments: ["-Verbose", "-WhatIf"] });
    expect(lines(stdout)).toEqual([
      ...["object", "console", "host", "VERBOSE: more", "WARNING: careful"],
      'What if: Performing the operation "write" on target "x".',
    ]);
    expect(stderr).toMatch(/^console error\r?\nhost error\r?\n[\s\S]*record/);
  });

  it("writes what New-Object made", async () => {
    const script = `$list = New-Object 'System.Collections.Generic.List[string]'; $list.Add('a'); $list.Count
      (New-Object System.Text.StringBuilder 'text', 20).ToString(); (New-Object -TypeName byte[] -ArgumentList 3).Length`;
    expect(lines((await runScript(script, { on })).stdout)).toEqual(["1", "text", "3"]);
  });

  it("reads the last line as JSON", async () => {
    expect((await runScript("'a'; '{\"b\":[1]}'", { on })).result).toEqual({ b: [1] });
    expect((await runScript("'a'", { on })).result).toBeUndefined();
  });

  it("sees its own environment, folder and culture, and leaves none of them to the next", async () => {
    const script =
      "$env:RIG_A; [string]$env:RIG_B; (1.5).ToString(); $env:RIG_C = '1'; [Environment]::CurrentDirectory = '/'";
    const first = await runScript(script, { on, environment: { RIG_A: "a", RIG_B: null }, culture: "de-DE" });
    expect(lines(first.stdout)).toEqual(["a", "1,5"]);
    const second = await runScript('"[$env:RIG_A$env:RIG_C]"; (1.5).ToString()', { on });
    expect(lines(second.stdout)).toEqual(["[]", "1.5"]);
  });

  it("is refused .NET in ConstrainedLanguage", async () => {
    const script =
      "'text'; $ExecutionContext.SessionState.LanguageMode; [System.IO.File]::Exists('x'); New-Object System.Exception";
    const { stdout, stderr } = await runScript(script, { on, languageMode: "ConstrainedLanguage" });
    expect(lines(stdout)).toEqual(["text", "ConstrainedLanguage"]);
    expect(stderr).toMatch(/only on core types[\s\S]*Only core types/);
  });

  it.each([
    ["yes", /written\r?\n$/],
    ["no", /left\r?\n$/],
  ] as const)("asks before a change; the answer is %s", async (confirm, end) => {
    expect((await runScript(change, { on, arguments: ["-Confirm"], confirm })).stdout).toMatch(end);
  });

  it("cannot ask without an answer", async () => {
    expect((await runScript(change, { on, arguments: ["-Confirm"] })).stderr).toMatch(/NonInteractive/);
  });

  it("is told apart from the programs it starts", async () => {
    const [program, words] =
      on === "linux" ? ["/bin/echo", "stray"] : ["C:\\windows\\system32\\cmd.exe", "/c echo stray"];
    const script = `$start = New-Object System.Diagnostics.ProcessStartInfo '${program}', '${words}'
      $start.UseShellExecute = $false; [System.Diagnostics.Process]::Start($start).WaitForExit(); 'own'`;
    const { stdout, stray } = await runScript(script, { on });
    expect([stdout.trim(), stray.trim()]).toEqual(["own", "stray"]);
  });

  it("finds no command beyond the engine's", async () => {
    expect((await runScript("Get-ItemProperty x", { on })).stderr).toMatch(/not recognized/);
  });
});
