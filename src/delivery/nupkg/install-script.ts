import type { Package } from "../package.ts";
import { payloadText } from "../payload/payload.ts";
import { crlf } from "../text.ts";
import install from "./install.ps1";

/** Gives what Chocolatey runs to install the package: it runs the script beside it. */
export function installScript(given: Package): string {
  return crlf(`# Runs the script beside it, if it is the one that portkeep ${given.version} made this package with.
${payloadText(given)}${install}`);
}
