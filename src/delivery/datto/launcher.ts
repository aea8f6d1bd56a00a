import { literal } from "../../script/literal.ts";
import type { Package } from "../package.ts";
import { policyOf } from "../raw/starter.ts";
import { sha256 } from "../sha256.ts";
import launch from "./launcher.ps1";

/** Gives the name under which the script is attached. */
export function payloadName({ name }: Package): string {
  return `${name}.ps1`;
}

/**
 * Gives the launcher of a script as Datto RMM runs it, with a byte order mark and LF: settings, and then the same
 * text for every script. It runs the attached script, and none but that.
 */
export function launcherText(given: Package): string {
  const { script, signer, version } = given;
  const settings = {
    Name: payloadName(given),
    Sha256: sha256(script),
    Signer: signer ? sha256(signer.raw) : "",
    Policy: policyOf(given),
  };
  const lines = Object.entries(settings).map(([name, value]) => `  ${name} = ${literal(value)}\n`);
  return `\ufeff# Runs the script that is attached, if it is the one that portkeep ${version} made this for.
$Payload = @{
${lines.join("")}}
${launch}`;
}
