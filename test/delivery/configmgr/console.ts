import { readFileSync, rmSync } from "node:fs";
import type { BundleFile } from "../../../src/delivery/package.ts";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { toUnix } from "../../rig/prefix.ts";
import { writeWindowsFile } from "../windows-powershell.ts";

const folder = "C:\\bundle";
const calls = "C:\\calls.jsonl";

/** What the stand-ins are to be. */
export interface Site {
  /** Names that are taken by a script and by a configuration item. */
  taken?: { script?: string; item?: string };
  /** The DER of whoever Windows finds to have signed the files, and its judgement. */
  signer: Uint8Array;
  status?: string;
}

/** A call of a command, with its parameters. */
export interface Call {
  command: string;
  given: Record<string, unknown>;
}

// Stand-ins for the commands of Configuration Manager, with the parameters that Microsoft's reference lists for them,
// so that no other one gets through, and for what is Windows' own: its judgement of signatures, and the site's drive.
const standIns = ({ taken = {}, signer, status = "Valid" }: Site) => `
function Save($Command, $Given) {
  $object = @{ command = $Command; given = $Given }
  [IO.File]::AppendAllText('${calls}', (ConvertTo-Json $object -Compress) + "\`n")
}
function New-CMScript {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param([Parameter(Mandatory = $true)][string]$ScriptName, [Parameter(Mandatory = $true)][string]$ScriptText,
    [switch]$Fast, [switch]$DisableWildcardHandling, [switch]$ForceWildcardHandling)
  Save 'New-CMScript' @{ ScriptName = $ScriptName; ScriptText = $ScriptText }
}
function New-CMConfigurationItem {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param([Parameter(Mandatory = $true)][string]$Name, [string]$Description, [string[]]$Category,
    [Parameter(Mandatory = $true)][ValidateSet('None', 'WindowsApplication', 'WindowsOS', 'MacOS', 'MobileDevice')]$CreationType,
    [switch]$DisableWildcardHandling, [switch]$ForceWildcardHandling)
  Save 'New-CMConfigurationItem' @{ Name = $Name; Description = $Description; CreationType = $CreationType }
  'the item'
}
function Add-CMComplianceSettingScript {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param(
    [Parameter(Mandatory = $true)][ValidateSet('String', 'DateTime', 'Integer', 'FloatingPoint', 'Version', 'Boolean')]$DataType,
    [Parameter(Mandatory = $true)][ValidateSet('PowerShell', 'VBScript', 'JScript', 'ShellScript')]$DiscoveryScriptLanguage,
    [string]$DiscoveryScriptFile, [string]$DiscoveryScriptText, [switch]$Is64Bit, [switch]$IsPerUser,
    [string]$RemediationScriptFile, $RemediationScriptLanguage, [string]$RemediationScriptText, [string]$Description,
    [Parameter(Mandatory = $true)][ValidateSet('MustExist', 'MustNotExist', 'Occurs')]$Existence,
    [Parameter(Mandatory = $true)][switch]$ExistentialRule, [string[]]$ExpectedValue, $ExpressionOperator,
    [Parameter(Mandatory = $true)][PSObject]$InputObject, [Parameter(Mandatory = $true)][string]$Name,
    [ValidateSet('None', 'Informational', 'Warning', 'Critical', 'CriticalWithEvent')]$NoncomplianceSeverity,
    [string]$RuleDescription, [Parameter(Mandatory = $true)][string]$RuleName, [switch]$PassThru,
    [switch]$DisableWildcardHandling, [switch]$ForceWildcardHandling)
  Save 'Add-CMComplianceSettingScript' @{ InputObject = $InputObject; DataType = $DataType; Existence = $Existence
    DiscoveryScriptText = $DiscoveryScriptText; Is64Bit = [bool]$Is64Bit }
}
function Get-CMScript([string]$ScriptName, [switch]$Fast) { if ($ScriptName -eq '${taken.script ?? ""}') { 'there' } }
function Get-CMConfigurationItem([string]$Name, [switch]$Fast) { if ($Name -eq '${taken.item ?? ""}') { 'there' } }
function Get-PSDrive([string]$Name, [string]$PSProvider) { if ($Name -eq 'XYZ' -and $PSProvider -eq 'CMSite') { 'there' } }
function Push-Location([string]$Path) { Save 'Push-Location' @{ Path = $Path } }
function Pop-Location { Save 'Pop-Location' @{} }
function Get-AuthenticodeSignature([string]$FilePath) {
  New-Object PSObject -Property @{ Status = '${status}'; StatusMessage = 'as the test says'
    SignerCertificate = [Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificate(
      [Convert]::FromBase64String('${Buffer.from(signer).toString("base64")}')) }
}
`;

/** Runs a bundle's script at a stand-in for the console, and gives what it called. */
export async function create(
  bundle: readonly BundleFile[],
  site: Site,
  args = "-SiteCode XYZ",
): Promise<Ended & { calls: Call[] }> {
  for (const path of [folder, calls]) rmSync(toUnix(path), { recursive: true, force: true });
  for (const { path, bytes } of bundle) writeWindowsFile(`${folder}\\${path}`, bytes);
  writeWindowsFile(calls, Buffer.of());
  const console = `${standIns(site)}\n$ErrorActionPreference = 'Stop'
try { & '${folder}\\New-Items.ps1' ${args} } catch { [Console]::Out.WriteLine('ERROR: ' + $_); exit 9 }\n`;
  writeWindowsFile(`${folder}\\console.ps1`, Buffer.from(console));
  const ended = await runLine("C:\\pwsh\\pwsh.exe -NoProfile -ExecutionPolicy Bypass -File console.ps1", {
    folder,
  });
  const lines = readFileSync(toUnix(calls), "utf8").split("\n").filter(Boolean);
  return { ...ended, calls: lines.map((line) => JSON.parse(line) as Call) };
}
