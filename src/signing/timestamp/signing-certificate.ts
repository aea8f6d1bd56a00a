import { createHash, type X509Certificate } from "node:crypto";
import { AsnProp, AsnPropTypes, OctetString } from "@peculiar/asn1-schema";
import { parseAsn1 } from "../asn1.ts";
import { AlgorithmIdentifier, type SignerInfo } from "../cms/schema.ts";
import { digestOf, digestOids } from "../hash.ts";

const any = { type: AsnPropTypes.Any, optional: true } as const;

/** ESSCertIDv2 of RFC 5035; that of RFC 2634 is the same without the first field. */
class CertificateId {
  hashAlgorithm?: AlgorithmIdentifier;
  hash = new OctetString();
  issuerSerial?: ArrayBuffer;
}
AsnProp({ type: AlgorithmIdentifier, optional: true })(CertificateId.prototype, "hashAlgorithm");
AsnProp({ type: OctetString })(CertificateId.prototype, "hash");
AsnProp(any)(CertificateId.prototype, "issuerSerial");

class SigningCertificate {
  certificates: CertificateId[] = [];
  policies?: ArrayBuffer;
}
AsnProp({ type: CertificateId, repeated: "sequence" })(SigningCertificate.prototype, "certificates");
AsnProp(any)(SigningCertificate.prototype, "policies");

/** The signed attribute in its two versions, each with the hash that is meant where it names none. */
const usualHashes: Record<string, string> = {
  "1.2.840.113549.1.9.16.2.12": digestOids.sha1,
  "1.2.840.113549.1.9.16.2.47": digestOids.sha256,
};

/**
 * Says whether the signed attributes name this certificate as the signer's, as RFC 3161 and RFC 5816 ask: in either
 * version, and in both where both are there. Its issuer and number may stand beside its hash, which says more.
 */
export function namesCertificate(
  { signedAttributes = [] }: SignerInfo,
  certificate: X509Certificate,
): boolean {
  const names = signedAttributes.flatMap(({ type, values }) => {
    const hash = usualHashes[type];
    return hash ? values.map((value) => isNamedIn(value, certificate, hash)) : [];
  });
  return names.length > 0 && names.every(Boolean);
}

function isNamedIn(value: ArrayBuffer, certificate: X509Certificate, usualHash: string): boolean {
  try {
    // The first is the signer's; those of its issuers may follow.
    const [id] = parseAsn1(value, SigningCertificate).certificates;
    const hash = digestOf(id?.hashAlgorithm?.algorithm ?? usualHash);
    return Boolean(
      id && hash && createHash(hash).update(certificate.raw).digest().equals(Buffer.from(id.hash.buffer)),
    );
  } catch {
    // What the library cannot read names nothing.
    return false;
  }
}
