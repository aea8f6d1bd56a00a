import type { X509Certificate } from "node:crypto";
import { fieldsOf } from "./fields.ts";

/** Says whether a certificate may sign others, as far as its key usage goes. */
export function maySignCertificates(certificate: X509Certificate): boolean {
  return fieldsOf(certificate).keyUsage?.includes("keyCertSign") ?? true;
}

/** Says whether the names, and the key identifiers where they are given, allow `issuer` to have issued a certificate. */
export function isNamedIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  // OpenSSL passes over an issuer that may not sign certificates. It is to be found, and then called faulty.
  return (
    certificate.checkIssued(issuer) || (!maySignCertificates(issuer) && certificate.issuer === issuer.subject)
  );
}

/** Says whether the signature on a certificate is by the key of `issuer`. */
export function isSignedBy(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    // Of a kind, or so damaged, that OpenSSL cannot compute with it.
    return false;
  }
}

/** Says whether a certificate names itself as its issuer. */
export function isSelfIssued({ subject, issuer }: X509Certificate): boolean {
  return subject === issuer;
}
