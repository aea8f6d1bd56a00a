import { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { parseAsn1 } from "../asn1.ts";
import { SignedDataInfo } from "../cms/schema.ts";
import { fieldsOf } from "./fields.ts";
import { pemBlocks, pemBytes } from "./pem.ts";

const mostCertificates = 100;
const labels = ["CERTIFICATE", "X509 CERTIFICATE", "PKCS7", "CMS"];

/**
 * Gives the certificates of a file, each once: PEM (what else it holds is left out), one DER, or PKCS#7 as PEM or
 * DER. Throws `certificate-unreadable`, `certificate-missing`, `too-many-certificates`.
 */
export function readCertificates(bytes: Uint8Array): X509Certificate[] {
  const blocks = pemBlocks(bytes);
  const encoded = blocks.filter(({ label }) => labels.includes(label)).map(pemBytes);
  const certificates = uniqueCertificates((blocks.length > 0 ? encoded : [bytes]).flatMap(certificatesIn));
  if (certificates.length === 0) {
    const found = [...new Set(blocks.map(({ label }) => label))].slice(0, 5);
    throw new PortkeepError("certificate-missing", { found });
  }
  if (certificates.length > mostCertificates) {
    throw new PortkeepError("too-many-certificates", { limit: mostCertificates });
  }
  return certificates;
}

// Many scripts of one signer hold the same few certificates, and to read one takes longer than to check a signature.
const readLately = new Map<string, X509Certificate>();
const mostKept = 16;

/** Gives the certificate whose DER this is. Throws `certificate-unreadable`. */
export function readCertificate(der: Uint8Array): X509Certificate {
  const key = Buffer.from(der.buffer, der.byteOffset, der.length).toString("latin1");
  const known = readLately.get(key);
  if (known) return known;
  const certificate = asCertificate(der);
  if (!certificate) throw new PortkeepError("certificate-unreadable", {});
  fieldsOf(certificate);
  if (readLately.size >= mostKept) readLately.clear();
  readLately.set(key, certificate);
  return certificate;
}

/** Gives each certificate once, in the order given. */
export function uniqueCertificates(certificates: readonly X509Certificate[]): X509Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprint256, certificate])).values()];
}

function certificatesIn(der: Uint8Array): X509Certificate[] {
  // Some of Windows' tools write PKCS#7 under the label of a certificate.
  const inside = asCertificate(der) ? [der] : setIn(der);
  return inside.slice(0, mostCertificates + 1).map(readCertificate);
}

function asCertificate(der: Uint8Array): X509Certificate | null {
  try {
    const certificate = new X509Certificate(der);
    // OpenSSL reads no further than the certificate's end.
    return certificate.raw.equals(der) ? certificate : null;
  } catch {
    return null;
  }
}

function setIn(der: Uint8Array): Uint8Array[] {
  try {
    const { certificates = [] } = parseAsn1(der, SignedDataInfo).content;
    return certificates.map((certificate) => new Uint8Array(certificate));
  } catch {
    throw new PortkeepError("certificate-unreadable", {});
  }
}
