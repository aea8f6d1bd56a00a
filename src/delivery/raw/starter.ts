import type { Package } from "../package.ts";
import { windowsText } from "../text.ts";

/**
 * Gives a .cmd file that runs the script beside it, in ASCII with CRLF, for every cmd.exe since Server 2003. It takes
 * no arguments, so that nothing but the script is ever run by it.
 */
export function starter(given: Package): Uint8Array {
  const { name, signer } = given;
  return windowsText(`@echo off
rem Runs ${name}.ps1, which is to be beside this file, and ends with its exit code.
setlocal EnableExtensions DisableDelayedExpansion
set "PORTKEEP_HOST=%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"
rem To a 32-bit program Windows shows the 64-bit PowerShell under this name alone.
set "PORTKEEP_NATIVE=%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe"
if exist "%PORTKEEP_NATIVE%" set "PORTKEEP_HOST=%PORTKEEP_NATIVE%"
if exist "%PORTKEEP_HOST%" goto run
echo The script did not run: Windows PowerShell is not installed here.
exit /b 1603
:run
${policyRemark(signer !== null)}
rem Nothing as its input, for which PowerShell 2.0 would wait. This is the last line, so its exit code is this file's.
"%PORTKEEP_HOST%" -NoProfile -NonInteractive -ExecutionPolicy ${policyOf(given)} -File "%~dp0${name}.ps1" < nul
`);
}

/** Gives the execution policy under which to run a package's script: a signature that nobody asks for is none. */
export function policyOf({ signer }: Package): "AllSigned" | "Bypass" {
  return signer ? "AllSigned" : "Bypass";
}

function policyRemark(isSigned: boolean): string {
  return isSigned
    ? "rem The script is signed: Windows runs it only as it was signed, and where it trusts the signer."
    : "rem The script is not signed, so no policy that asks for a signature would let it run.";
}
