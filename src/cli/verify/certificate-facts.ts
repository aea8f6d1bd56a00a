import type { X509Certificate } from "node:crypto";
import { wholeName } from "../../signing/certificates/names.ts";
import { subjectOf } from "../../signing/external/pin.ts";
import { sha256Of } from "../../signing/verify/trust.ts";

/** Gives what tells a certificate, with its times in ISO 8601. */
export function certificateFacts(certificate: X509Certificate) {
  return {
    subject: subjectOf(certificate),
    issuer: wholeName(certificate.issuer),
    sha256: sha256Of(certificate),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
  };
}
