import type { Chain } from "../certificates/chain.ts";
import type { ChainFault } from "../certificates/faults.ts";
import { isSelfIssued } from "../certificates/issuer.ts";
import { nameInLine } from "../certificates/names.ts";

/** What may keep others from trusting a signature, though the signer's own certificate is in order. */
export interface KeyWarningFacts {
  /**
   * Only the signer's own certificate is there. That does where a root issued it; otherwise Windows needs those
   * between the two, in the signature or in its own store.
   */
  "issuer-missing": { issuer: string };
  /** A certificate above the signer's spoils the chain. */
  "issuer-unfit": { subject: string; fault: ChainFault };
  /** A certificate is signed by SHA-1, as only Windows Server 2003 needs it. */
  "sha1-certificate": { subject: string };
}

export type KeyWarning = {
  [Code in keyof KeyWarningFacts]: { code: Code; facts: KeyWarningFacts[Code] };
}[keyof KeyWarningFacts];

/** Gives the warnings about the chain of a signer's certificate. */
export function warningsOf({ path, faults, notes }: Chain): KeyWarning[] {
  const warnings: KeyWarning[] = [];
  const subject = (index: number) => nameInLine(path[index]?.subject);
  const [leaf, ...issuers] = path;
  if (leaf && issuers.length === 0 && !isSelfIssued(leaf)) {
    warnings.push({ code: "issuer-missing", facts: { issuer: nameInLine(leaf.issuer) } });
  }
  for (const fault of faults) {
    // Whether the last one was issued by a root is not to be seen from here.
    if (fault.index === 0 || fault.code === "untrusted") continue;
    warnings.push({ code: "issuer-unfit", facts: { subject: subject(fault.index), fault } });
  }
  for (const { index } of notes) {
    warnings.push({ code: "sha1-certificate", facts: { subject: subject(index) } });
  }
  return warnings;
}
