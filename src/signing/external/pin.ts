import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { isSelfIssued } from "../certificates/issuer.ts";
import { wholeName } from "../certificates/names.ts";
import { readCertificate } from "../certificates/read.ts";
import { sha256Of } from "../verify/trust.ts";

const longestShown = 200;

/** The signer's certificate, then those between it and the root. */
export type Chain = readonly [leaf: X509Certificate, ...issuers: X509Certificate[]];

/** Whose signature it must be: that of a known certificate, or of one that comes with the answer and has this subject. */
export type Pin = { chain: Chain } | { subject: string };

/**
 * Gives the certificates that belong to an answer: those pinned, or those that it brought, without a root. Those
 * brought are `certificates`, DER in base64, and must be of the pinned signer. Throws `sign-certificate-missing`,
 * `sign-certificate-unreadable`, `sign-certificate-other`, `sign-subject-other`.
 */
export function chainOf(certificates: readonly string[] | null, pin: Pin | null): Chain {
  const brought = certificates && withoutRoot(certificates.map(decode));
  if (pin && "chain" in pin) {
    if (brought) checkLeaf(pin.chain[0], brought[0]);
    return pin.chain;
  }
  if (!brought) throw new PortkeepError("sign-certificate-missing", {});
  if (pin) checkSubject(pin.subject, brought[0]);
  return brought;
}

/** Gives a certificate's subject in one line. */
export function subjectOf({ subject }: X509Certificate): string {
  return wholeName(subject);
}

function decode(text: string, place: number): X509Certificate {
  try {
    return readCertificate(Buffer.from(text, "base64"));
  } catch {
    throw new PortkeepError("sign-certificate-unreadable", { place: place + 1 });
  }
}

function withoutRoot(certificates: X509Certificate[]): Chain {
  const [leaf, ...issuers] = certificates;
  if (!leaf) throw new PortkeepError("sign-certificate-missing", {});
  return [leaf, ...issuers.filter((one) => !isSelfIssued(one))];
}

function checkLeaf(wanted: X509Certificate, found: X509Certificate): void {
  if (wanted.raw.equals(found.raw)) return;
  throw new PortkeepError("sign-certificate-other", { wanted: nameOf(wanted), found: nameOf(found) });
}

function checkSubject(wanted: string, leaf: X509Certificate): void {
  const found = subjectOf(leaf);
  if (found === wanted) return;
  const facts = { wanted: wanted.slice(0, longestShown), found: found.slice(0, longestShown) };
  throw new PortkeepError("sign-subject-other", facts);
}

function nameOf(certificate: X509Certificate) {
  return {
    subject: subjectOf(certificate).slice(0, longestShown),
    sha256: sha256Of(certificate),
  };
}
