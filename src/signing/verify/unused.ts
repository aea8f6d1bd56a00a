import type { X509Certificate } from "node:crypto";
import { isNamedIssuer, isSignedBy } from "../certificates/issuer.ts";

/** Gives the certificates that are none of `used`, and have issued none of these, directly or over others. */
export function unusedCertificates(
  certificates: readonly X509Certificate[],
  used: readonly X509Certificate[],
): X509Certificate[] {
  let unused = [...certificates];
  // Those found last, whose issuers are still to be looked for.
  let found = used;
  while (found.length > 0) {
    const needed = (candidate: X509Certificate) =>
      found.some(
        (user) =>
          candidate.fingerprint256 === user.fingerprint256 ||
          (isNamedIssuer(candidate, user) && isSignedBy(candidate, user)),
      );
    const next = unused.filter(needed);
    unused = unused.filter((candidate) => !next.includes(candidate));
    found = next;
  }
  return unused;
}
