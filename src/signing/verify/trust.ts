import type { X509Certificate } from "node:crypto";
import { buildChain } from "../certificates/chain.ts";
import { isDevelopment } from "../certificates/development.ts";
import { nameInLine } from "../certificates/names.ts";
import { codeSigning } from "../certificates/usage.ts";
import type { VerifyFinding } from "./findings.ts";

/** By what a signer is judged. Where both are given, both must hold. */
export interface Trust {
  /** Empty where no root is given. */
  roots: readonly X509Certificate[];
  /** The SHA-256 of the one certificate that is accepted, in lower-case hexadecimal digits. */
  signer: string | null;
  /** Asks only whether the text is as it was signed, whoever signed it. */
  integrityOnly: boolean;
}

export interface CheckedTrust {
  /** From the signer to a root, or as far as the certificates lead. */
  path: readonly X509Certificate[];
  /** Whether a root vouches for it by a certificate that is signed with SHA-1. */
  sha1: boolean;
  findings: VerifyFinding[];
}

/** Judges who signed, at a time at which the signer's certificate has to be valid. */
export function checkTrust(
  signer: X509Certificate,
  { roots, signer: wanted, integrityOnly }: Trust,
  { others, at }: { others: readonly X509Certificate[]; at: Date },
): CheckedTrust {
  const { path, faults, notes } = buildChain({ leaf: signer, others, roots, at, usage: codeSigning });
  const findings: VerifyFinding[] = [];
  // Whatever root or name is given: the key lies about on some developer's disk.
  if (isDevelopment(signer)) findings.push({ code: "development-certificate", facts: {} });
  if (integrityOnly) return { path, sha1: false, findings };
  for (const fault of faults) {
    if (fault.code === "untrusted" && roots.length === 0) continue;
    const subject = nameInLine(path[fault.index]?.subject);
    findings.push({ code: "chain", facts: { fault, subject, at: at.toISOString() } });
  }
  const found = sha256Of(signer);
  if (wanted !== null && wanted !== found) findings.push({ code: "other-signer", facts: { wanted, found } });
  if (roots.length === 0 && wanted === null) findings.push({ code: "signer-not-judged", facts: {} });
  return { path, sha1: roots.length > 0 && notes.length > 0, findings };
}

/** Gives the SHA-256 of a certificate in lower-case hexadecimal digits. */
export function sha256Of({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(":", "").toLowerCase();
}
