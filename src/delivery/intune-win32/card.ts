import type { CardTool } from "../card/card.ts";
import type { Package } from "../package.ts";
import { commandLine } from "./app.ts";

/** Gives what the settings card says of Intune. */
export function cardTool(given: Package): CardTool {
  return {
    run: `Intune runs this as SYSTEM, in the folder of the unpacked files:

    ${commandLine(given, "Apply")}

and to remove it, the same with \`-Action Restore\`. What tells whether it is there is detection.ps1: this script, but
with the action Test, and ending with 0 where a restart is needed.`,
    signatures: given.signer
      ? "The policy AllSigned in the command enforces the signature, unless a policy of the domain or of Intune says otherwise. For detection.ps1 the policy of the machine counts."
      : "Nothing enforces a signature here: the script has none, and the command sets the machine's policy aside.",
  };
}
