import type { X509Certificate } from "node:crypto";
import { AsnConvert, AsnProp, AsnPropTypes } from "@peculiar/asn1-schema";
import { Certificate, SubjectKeyIdentifier } from "@peculiar/asn1-x509";
import { PortkeepError } from "../../errors.ts";
import { parseAsn1 } from "../asn1.ts";
import { context, type DerReader, readDer, tags } from "./der.ts";
import { verbatim } from "./verbatim.ts";

/**
 * Gives the DER of the IssuerAndSerialNumber by which a signature names its signer's certificate. Throws
 * `certificate-unreadable` for one that is not in DER.
 */
export function issuerAndSerialOf({ raw }: X509Certificate): Uint8Array<ArrayBuffer> {
  try {
    const named = readDer(raw, (reader) => reader.within(tags.sequence, issuerAndSerialIn));
    return new Uint8Array(AsnConvert.serialize(named));
  } catch {
    throw new PortkeepError("certificate-unreadable", {});
  }
}

/** Says whether a signer identifier means this certificate: by issuer and serial number, or by its key's identifier. */
export function isNamedBy(identifier: ArrayBuffer, certificate: X509Certificate): boolean {
  const wanted = Buffer.from(identifier);
  try {
    return wanted[0] === keyIdentifierTag
      ? wanted.subarray(2).equals(keyIdentifierOf(certificate))
      : wanted.equals(issuerAndSerialOf(certificate));
  } catch {
    // What cannot be read of it names nothing.
    return false;
  }
}

class IssuerAndSerialNumber {
  issuer = new ArrayBuffer(0);
  serialNumber = new ArrayBuffer(0);
}
AsnProp({ type: AsnPropTypes.Any, converter: verbatim })(IssuerAndSerialNumber.prototype, "issuer");
AsnProp({ type: AsnPropTypes.Any, converter: verbatim })(IssuerAndSerialNumber.prototype, "serialNumber");

// As they stand there: a name that is written anew may differ in its string types.
function issuerAndSerialIn(certificate: DerReader): IssuerAndSerialNumber {
  const named = new IssuerAndSerialNumber();
  certificate.within(tags.sequence, (body) => {
    // The version, which the oldest kind has not.
    if (body.isNext(context(0))) body.any();
    named.serialNumber = new Uint8Array(body.take(tags.integer).der).buffer;
    body.take(tags.sequence);
    named.issuer = new Uint8Array(body.take(tags.sequence).der).buffer;
    body.all();
  });
  certificate.all();
  return named;
}

// [0] IMPLICIT OCTET STRING, always shorter than 128 bytes.
const keyIdentifierTag = 0x80;

/** Gives what a certificate says of its key; it throws where that is missing. */
function keyIdentifierOf(certificate: X509Certificate): Buffer {
  const { extensions = [] } = parseAsn1(certificate.raw, Certificate).tbsCertificate;
  const extension = extensions.find(({ extnID }) => extnID === "2.5.29.14");
  if (!extension) throw new RangeError("a certificate without an identifier of its key");
  return Buffer.from(parseAsn1(extension.extnValue.buffer, SubjectKeyIdentifier).buffer);
}
