import { readsHash } from "../signing/reads-hash.ts";
import { describeSignature } from "../signing/verify/describe.ts";
import type { Package } from "./package.ts";
import { markdownText } from "./text.ts";

/** Gives the name of the system that a signed script is for, where that is known not to read the signature's hash. */
export function systemWithoutHash({ plan: { system }, script, signer }: Package): string | null {
  if (!system || !signer) return null;
  const { hash } = describeSignature(script);
  return hash && !readsHash(system, hash) ? system.name : null;
}

/** Gives what a README says of such a script, ended by an empty line; nothing of any other. */
export function hashNote(given: Package): string {
  const system = systemWithoutHash(given);
  if (!system) return "";
  return `**This signature is none for ${markdownText(system)}.** As far as is known, PowerShell there reads no signature of
a script but one with SHA-1. So it does not run this script under the policy AllSigned, which may be the computer's own
or the one that this bundle asks for. Sign it with \`portkeep sign SCRIPT --hash sha1\`, and make the bundle again: for
such servers alone, since SHA-1 proves nothing against forgers.

`;
}
