import type { Package } from "../package.ts";
import { payloadText } from "../payload/payload.ts";
import launch from "./launcher.ps1";

/** Gives the launcher of a script, which is attached, as Datto RMM runs it: with a byte order mark and LF. */
export function launcherText(given: Package): string {
  return `\ufeff# Runs the script that is attached, if it is the one that portkeep ${given.version} made this for.
${payloadText(given)}${launch}`;
}
