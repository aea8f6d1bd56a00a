import type { X509Certificate } from "node:crypto";

/** Gives a certificate's SHA-1 as Windows shows it and names it by, and its SHA-256 in the same form. */
export function thumbprints({ fingerprint, fingerprint256 }: X509Certificate) {
  return { sha1: fingerprint.replaceAll(":", ""), sha256: fingerprint256.replaceAll(":", "") };
}
