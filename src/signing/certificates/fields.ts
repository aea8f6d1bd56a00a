import type { X509Certificate } from "node:crypto";
import {
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  type Extension,
  KeyUsage,
  type KeyUsageType,
} from "@peculiar/asn1-x509";
import { PortkeepError } from "../../errors.ts";
import { parseAsn1 } from "../asn1.ts";
import { type HashStrength, hashStrength } from "./signature-hash.ts";

/** What a certificate says of itself, as far as it decides what the certificate may be used for. */
export interface CertificateFields {
  /** 1 for the oldest kind, which has no extensions and so no limits. */
  version: number;
  notBefore: Date;
  notAfter: Date;
  /** The length of an RSA key, or null for a key on a curve. */
  keyBits: number | null;
  /** Of the signature on it. */
  signatureHash: HashStrength;
  /** What its key may be used for, or null for anything. */
  keyUsage: KeyUsageType[] | null;
  /** The purposes it may serve, as object identifiers, or null for any. */
  extendedKeyUsage: { oids: string[]; critical: boolean } | null;
  isAuthority: boolean;
  /** How many authorities may stand between this one and the certificate in question, or null for any number. */
  pathLength: number | null;
  /** The object identifiers of critical extensions that portkeep does not judge, such as name constraints. */
  unknownCritical: string[];
}

const alreadyRead = new WeakMap<X509Certificate, CertificateFields>();

/** Gives a certificate's fields. Throws `certificate-unreadable`. */
export function fieldsOf(certificate: X509Certificate): CertificateFields {
  const known = alreadyRead.get(certificate);
  if (known) return known;
  try {
    const fields = readFields(certificate);
    alreadyRead.set(certificate, fields);
    return fields;
  } catch {
    // Whatever the library stumbles over, OpenSSL may have been content with it.
    throw new PortkeepError("certificate-unreadable", {});
  }
}

function readFields({ raw, publicKey, validFrom, validTo }: X509Certificate): CertificateFields {
  const { tbsCertificate, signatureAlgorithm } = parseAsn1(raw, Certificate);
  const { version, extensions = [] } = tbsCertificate;
  const oids = extensions.map(({ extnID }) => extnID);
  if (new Set(oids).size < oids.length) throw new RangeError("an extension is there twice");
  const find = (oid: string) => extensions.find(({ extnID }) => extnID === oid);
  const constraints = parsed(find("2.5.29.19"), BasicConstraints);
  const purposes = find("2.5.29.37");
  return {
    version: version + 1,
    notBefore: dateOf(validFrom),
    notAfter: dateOf(validTo),
    keyBits: publicKey.asymmetricKeyDetails?.modulusLength ?? null,
    signatureHash: hashStrength(signatureAlgorithm),
    keyUsage: parsed(find("2.5.29.15"), KeyUsage)?.toJSON() ?? null,
    extendedKeyUsage: purposes
      ? { oids: [...parseAsn1(purposes.extnValue.buffer, ExtendedKeyUsage)], critical: purposes.critical }
      : null,
    isAuthority: constraints?.cA ?? false,
    pathLength: constraints?.pathLenConstraint === undefined ? null : Number(constraints.pathLenConstraint),
    unknownCritical: extensions
      .filter(({ extnID, critical }) => critical && !judged.has(extnID))
      .map(({ extnID }) => extnID),
  };
}

function parsed<Value>(extension: Extension | undefined, type: new () => Value): Value | null {
  return extension ? parseAsn1(extension.extnValue.buffer, type) : null;
}

// OpenSSL's text; the library takes what is no date for one of long ago.
function dateOf(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new RangeError("no date");
  return date;
}

/** The extensions that may be critical: those read here, and those that without a policy asked for decide nothing. */
const judged = new Set([
  "2.5.29.14", // subject key identifier
  "2.5.29.15", // key usage
  "2.5.29.17", // subject alternative name
  "2.5.29.18", // issuer alternative name
  "2.5.29.19", // basic constraints
  "2.5.29.31", // CRL distribution points
  "2.5.29.32", // certificate policies
  "2.5.29.33", // policy mappings
  "2.5.29.35", // authority key identifier
  "2.5.29.37", // extended key usage
  "2.5.29.54", // inhibit any policy
]);
