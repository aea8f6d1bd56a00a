import type { X509Certificate } from "node:crypto";
import { AsnConvert, AsnProp, AsnPropTypes } from "@peculiar/asn1-schema";
import { Certificate, SubjectKeyIdentifier } from "@peculiar/asn1-x509";

/** Gives the DER of the IssuerAndSerialNumber by which a signature names its signer's certificate. */
export function issuerAndSerialOf(certificate: X509Certificate): Uint8Array<ArrayBuffer> {
  const { issuer, serialNumber } = AsnConvert.parse(certificate.raw, RawCertificate).body;
  const named = Object.assign(new IssuerAndSerialNumber(), { issuer, serialNumber });
  return new Uint8Array(AsnConvert.serialize(named));
}

/** Says whether a signer identifier means this certificate: by issuer and serial number, or by its key's identifier. */
export function isNamedBy(identifier: ArrayBuffer, certificate: X509Certificate): boolean {
  const wanted = Buffer.from(identifier);
  return wanted[0] === keyIdentifierTag
    ? wanted.subarray(2).equals(keyIdentifierOf(certificate))
    : wanted.equals(issuerAndSerialOf(certificate));
}

// [0] IMPLICIT OCTET STRING, always shorter than 128 bytes.
const keyIdentifierTag = 0x80;

function keyIdentifierOf(certificate: X509Certificate): Buffer {
  const { extensions } = AsnConvert.parse(certificate.raw, Certificate).tbsCertificate;
  const extension = extensions?.find(({ extnID }) => extnID === "2.5.29.14");
  if (!extension) return Buffer.alloc(0);
  return Buffer.from(AsnConvert.parse(extension.extnValue, SubjectKeyIdentifier).buffer);
}

class IssuerAndSerialNumber {
  issuer = new ArrayBuffer(0);
  serialNumber = new ArrayBuffer(0);
}

// The parts of a certificate as they stand: a name that is written anew may differ in its string types.
class RawBody {
  version?: ArrayBuffer;
  serialNumber = new ArrayBuffer(0);
  signature = new ArrayBuffer(0);
  issuer = new ArrayBuffer(0);
  validity = new ArrayBuffer(0);
  subject = new ArrayBuffer(0);
  publicKey = new ArrayBuffer(0);
  issuerId?: ArrayBuffer;
  subjectId?: ArrayBuffer;
  extensions?: ArrayBuffer;
}

class RawCertificate {
  body = new RawBody();
  algorithm = new ArrayBuffer(0);
  signature = new ArrayBuffer(0);
}

const any = { type: AsnPropTypes.Any } as const;
AsnProp(any)(IssuerAndSerialNumber.prototype, "issuer");
AsnProp(any)(IssuerAndSerialNumber.prototype, "serialNumber");
AsnProp({ ...any, context: 0, optional: true })(RawBody.prototype, "version");
for (const part of ["serialNumber", "signature", "issuer", "validity", "subject", "publicKey"]) {
  AsnProp(any)(RawBody.prototype, part);
}
AsnProp({ ...any, context: 1, implicit: true, optional: true })(RawBody.prototype, "issuerId");
AsnProp({ ...any, context: 2, implicit: true, optional: true })(RawBody.prototype, "subjectId");
AsnProp({ ...any, context: 3, optional: true })(RawBody.prototype, "extensions");
AsnProp({ type: RawBody })(RawCertificate.prototype, "body");
AsnProp(any)(RawCertificate.prototype, "algorithm");
AsnProp(any)(RawCertificate.prototype, "signature");
