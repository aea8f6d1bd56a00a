import type { Package } from "../package.ts";
import { windowsText } from "../text.ts";

/**
 * Gives a .cmd file that runs the VBScript beside it, in ASCII with CRLF, for every cmd.exe since Windows 2000. What
 * starts a .vbs file by itself starts wscript.exe, which shows the result in a window: to SYSTEM, to nobody. It takes
 * no arguments, so that nothing but the script is ever run by it.
 */
export function vbsStarter({ name }: Package): Uint8Array {
  return windowsText(`@echo off
rem Runs ${name}.vbs, which is to be beside this file, and ends with its exit code.
setlocal EnableExtensions DisableDelayedExpansion
set "PORTKEEP_HOST=%SystemRoot%\\System32\\cscript.exe"
if exist "%PORTKEEP_HOST%" goto run
echo The script did not run: Windows Script Host is not installed here.
exit /b 1603
:run
rem By cscript.exe, whichever host is the usual one here. This is the last line, so its exit code is this file's.
"%PORTKEEP_HOST%" //nologo "%~dp0${name}.vbs"
`);
}
