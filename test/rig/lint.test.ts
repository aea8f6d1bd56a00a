import { expect, it } from "vitest";
import { sharedHost } from "./shared.ts";
import type { Rule } from "./wire.ts";

const options = {
  allowedCommands: [
    "Write-Verbose",
    "Write-Warning",
    "New-Object",
    "ForEach-Object",
    "Where-Object",
    "Out-Null",
  ],
  allowedTypes: [
    ...[
      "string",
      "int",
      "switch",
      "void",
      "byte",
      "byte[]",
      "array",
      "type",
      "Console",
      "hashtable",
      "object",
    ],
    ...["System.IO.File", "System.IO.Path", "System.IO.Stream", "System.IO.FileStream", "System.IO.FileInfo"],
    ...["System.Environment", "System.String", "System.Text.StringBuilder", "System.Diagnostics.Process"],
    ...[
      "Microsoft.Win32.Registry",
      "Microsoft.Win32.RegistryKey",
      "System.Collections.Generic.List",
      "System.Exception",
    ],
    ...[
      "System.Tuple",
      "System.Diagnostics.ProcessStartInfo",
      "System.Management.Automation.RuntimeException",
    ],
  ],
  newerTypes: ["Microsoft.Win32.RegistryView"],
};

const clean = `
#requires -Version 2.0
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
  [Parameter(Position = 0, Mandatory = $false)] [ValidateSet('a', 'b')] [string] $Action = 'a',
  [switch] $Force,
  [Parameter(ValueFromRemainingArguments = $true)] [object[]] $Rest
)
function Get-Text([string[]] $List, [int] $Count) {
  $builder = New-Object System.Text.StringBuilder
  [void] $builder.Append($Count.ToString()).Append(0x1F).Append(1.5kb)
  $List | Where-Object { $_ -match '^[0-9]+$' } | ForEach-Object { [void] $builder.Append($_) }
  $List = @($List -split ',' -replace 'a', 'b')
  return $builder.ToString() + "\`t\`$x\`\`e $($List.Count) $(($List -join ' ').Length)"
}
try {
  $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SYSTEM', $false)
  if ($null -ne $key) { $key.Close() }
  $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo -ArgumentList 'a', 'b'
  $start.UseShellExecute = $false
  $process = [System.Diagnostics.Process]::Start($start)
  $text = $process.StandardOutput.ReadToEnd()
  $list = New-Object 'System.Collections.Generic.List[string]'
  $list.Add($text)
  $view = 'Microsoft.Win32.RegistryView' -as [type]
  if ($view) { $key = [Microsoft.Win32.RegistryKey]::OpenBaseKey }
} catch [System.Management.Automation.RuntimeException] {
  Write-Warning (Get-Text -List @('1', '2') -Count 2)
}
if (-not $Force) { & { [Console]::Out.WriteLine([System.IO.Path]::Combine('a', 'b')) } }
switch ($Action) { 'a' { Write-Verbose ('{0}' -f $Action) } default { exit 1 } }
`.replace(
  "$key = [Microsoft.Win32.RegistryKey]::OpenBaseKey",
  "[Microsoft.Win32.RegistryView]::Registry64 | Out-Null",
);

const breaking: [Rule, string][] = [
  ["parse", "if ("],
  ["syntax", "[System.Text.StringBuilder]::new()"],
  ["syntax", "$x = [ordered]@{ a = 1 }"],
  ["syntax", "$x = [pscustomobject]@{ a = 1 }"],
  ["syntax", "1 -in 1, 2"],
  ["syntax", "1 -cnotin 1, 2"],
  ["syntax", "1 -shl 2"],
  ["syntax", "1 | ForEach-Object { $PSItem }"],
  ["syntax", '"$PSScriptRoot"'],
  ["syntax", "$PSCommandPath"],
  ["syntax", "'a' | Where-Object Length -eq 1"],
  ["syntax", "'a' | ForEach-Object Length"],
  ["syntax", "$true ? 1 : 2"],
  ["syntax", "$x = $null ?? 1"],
  ["syntax", "$x ??= 1"],
  ["syntax", `\${x}?.Length`],
  ["syntax", `\${x}?[0]`],
  ["syntax", "Write-Verbose 1 && Write-Verbose 2"],
  ["syntax", "Write-Verbose 1 &"],
  ["syntax", "class A { }"],
  ["syntax", "enum A { b }"],
  ["syntax", "using namespace System.IO"],
  ["parse", "workflow A { }"],
  ["syntax", "[CmdletBinding(PositionalBinding = $false)] param()"],
  ["syntax", "param([Parameter(Mandatory)] $x)"],
  ["syntax", "param([Parameter(DontShow = $true)] $x)"],
  ["syntax", "param([ValidateNotNullOrWhiteSpace()] $x)"],
  ["syntax", "Write-Verbose 1 *> $null"],
  ["syntax", "Write-Verbose 1 3> $null"],
  ["syntax", "Write-Verbose 1 4>&1"],
  ["syntax", "$x = 1u"],
  ["syntax", "$x = 0b11"],
  ["syntax", "$x = 5y"],
  ["syntax", '$x = "a`e[0m"'],
  ["syntax", '$x = "```u{41}"'],
  ["syntax", '$x = "$("`e")"'],
  ["syntax", "$x = $using:y"],
  ["syntax", "#requires -RunAsAdministrator\n1"],
  ["syntax", "#requires -Version 5.1\n1"],
  ["syntax", "(1, 2).ForEach({ $_ })"],
  ["syntax", "(1, 2).Where({ $_ })"],
  ["syntax", "$x.Get[int]()"],
  ["redirection", "Write-Verbose 1 2> $null"],
  ["redirection", "Write-Verbose 1 2>&1"],
  ["command", "Get-ItemProperty x"],
  ["command", "reg.exe export a b"],
  ["command", "$x = 'Write-Verbose'; & $x"],
  ["command", "& ('Write-' + 'Verbose') 1"],
  ["command", ". ./other.ps1"],
  ["command", "$ExecutionContext.InvokeCommand.InvokeScript('1')"],
  ["alias", "1 | % { $_ }"],
  ["alias", "1 | ? { $_ }"],
  ["alias", "1 | foreach { $_ }"],
  ["alias", "ls"],
  ["type", "[System.Net.WebClient]"],
  ["type", "[IO.File]::Exists('a')"],
  ["type", "$x -is [System.Xml.XmlDocument]"],
  ["type", "$x -as 'System.Xml.XmlDocument'"],
  ["type", "New-Object System.Net.WebClient"],
  ["type", "New-Object -TypeName:System.Net.WebClient"],
  ["type", "$t = 'x'; New-Object $t"],
  ["type", "New-Object 'System.Collections.Generic.List[uri]'"],
  ["type", "[byte[]][regex[]]1"],
  ["type", "[type]'System.Net.WebClient'"],
  ["type", "try { 1 } catch [System.Net.WebException] { 2 }"],
  ["member", "[string]::IsNullOrWhiteSpace('')"],
  ["member", "[System.IO.Path]::Combine('a', 'b', 'c')"],
  ["member", "[System.IO.Path]::Join('a', 'b')"],
  ["member", "[System.IO.File]::ReadAllText('a', 1, 2)"],
  ["member", "[System.Environment]::Is64BitProcess"],
  ["member", "[System.Environment]::ProcessId"],
  ["member", "[System.Tuple]::Create(1)"],
  ["member", "[System.IO.File]::Exists"],
  ["member", "$b = New-Object System.Text.StringBuilder; $b.Clear()"],
  ["member", "(New-Object System.Text.StringBuilder).Clear()"],
  ["member", "$s = [System.IO.File]::OpenRead('a'); $s.CopyTo($t)"],
  ["member", "$s = [System.IO.File]::OpenRead('a'); $s.Flush($true)"],
  ["member", "$k = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('a'); $k.Dispose()"],
  ["member", "$k = [Microsoft.Win32.Registry]::LocalMachine; $k.View"],
  ["member", "$k = $null; $k = [Microsoft.Win32.Registry]::LocalMachine; $k.Dispose()"],
  ["member", "New-Object System.IO.FileInfo 'a', 'b'"],
  ["member", "$p = New-Object System.Diagnostics.ProcessStartInfo; $p.ArgumentList.Add('a')"],
];

it("finds nothing in a clean script", async () => {
  const host = await sharedHost("linux");
  expect(await host.lint(clean, options)).toEqual([]);
});

it.each(breaking)("%s: %s", async (rule, script) => {
  const host = await sharedHost("linux");
  const findings = await host.lint(script, {
    ...options,
    allowedTypes: [...options.allowedTypes, "ordered", "pscustomobject"],
  });
  expect(findings.map((finding) => finding.rule)).toEqual([rule]);
});
