import type { CardTool } from "../card/card.ts";
import type { Package } from "../package.ts";
import { sha256 } from "../sha256.ts";
import { markdownTable } from "../text.ts";
import type { Scripts } from "./health-script.ts";

/** Gives what the settings card says of Intune, and of the two scripts that it runs in place of the one given. */
export function cardTool({ signer }: Package, { detection, remediation }: Scripts): CardTool {
  const files = [
    ["detection.ps1", "Test", sha256(detection)],
    ["remediation.ps1", "Apply", sha256(remediation)],
  ];
  return {
    run: `Intune runs detection.ps1, and where that ends with another code than 0, remediation.ps1: as SYSTEM, in the
64-bit PowerShell, for an hour at most, without parameters. Both are this script with two other settings:

${markdownTable(["file", "without parameters", "SHA-256"], files)}

Both end with 0, not 3010, where a restart is needed, since every other code is an issue to Intune.`,
    signatures: signer ? enforced : notEnforced,
  };
}

const enforced =
  "Intune enforces signatures where the machine's execution policy is AllSigned: with the signature check on, which this bundle asks for, it leaves that policy in force.";
const notEnforced =
  "Nothing enforces a signature here: the bundle turns Intune's check off, since there is none, and Intune then sets the machine's execution policy aside.";
