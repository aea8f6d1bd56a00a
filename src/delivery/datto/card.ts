import type { CardTool } from "../card/card.ts";
import type { Package } from "../package.ts";

/** Gives what the settings card says of Datto RMM. */
export function cardTool({ signer }: Package): CardTool {
  return {
    run: `Datto RMM runs the component's launcher as SYSTEM, for 15 minutes at most, with the component's variables in its
environment. The launcher runs this script, which is attached, and ends with its exit code; with 0 for 3011, which
Datto does not know, and with 1603 where the script gave no result.`,
    signatures: signer
      ? "Datto RMM does not enforce signatures; the launcher does. It runs the script with the policy AllSigned, and no other script than this one. A policy of the domain can set that aside. The launcher itself is signed too, in the form in which Datto runs it."
      : "Nothing enforces a signature here: the script has none. The launcher runs no other script than this one.",
  };
}
