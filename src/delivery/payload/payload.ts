import { literal } from "../../script/literal.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Package } from "../package.ts";
import { policyOf } from "../raw/starter.ts";
import { sha256 } from "../sha256.ts";
import functions from "./payload.ps1";

/** Gives the name of a package's script, beside the script that runs it. */
export function payloadName({ name }: Package): string {
  return `${name}.ps1`;
}

/**
 * Gives what a script of a tool's own begins with that runs the package's script, and none but that: which one it is,
 * and then the same functions for every script, which check it and find PowerShell. Lines ended by LF.
 */
export function payloadText(given: Package): string {
  const { script, signer } = given;
  const settings = {
    Name: payloadName(given),
    Sha256: sha256(script),
    Signer: signer ? sha256Of(signer) : "",
    Policy: policyOf(given),
  };
  const lines = Object.entries(settings).map(([name, value]) => `  ${name} = ${literal(value)}\n`);
  return `$Payload = @{\n${lines.join("")}}\n${functions}`;
}
