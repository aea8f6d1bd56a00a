import { literal } from "../../script/literal.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Package } from "../package.ts";
import { policyOf } from "../raw/starter.ts";
import { sha256 } from "../sha256.ts";
import { crlf } from "../text.ts";
import install from "./install.ps1";

/** Gives what Chocolatey runs to install the package: settings, and then the same text for every script. */
export function installScript(given: Package): string {
  const { name, script, signer, version } = given;
  const settings = {
    Name: `${name}.ps1`,
    Sha256: sha256(script),
    Signer: signer ? sha256Of(signer) : "",
    Policy: policyOf(given),
  };
  const lines = Object.entries(settings).map(([key, value]) => `  ${key} = ${literal(value)}\n`);
  return crlf(`# Runs the script beside it, if it is the one that portkeep ${version} made this package with.
$Payload = @{
${lines.join("")}}
${install}`);
}
