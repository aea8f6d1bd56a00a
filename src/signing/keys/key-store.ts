import type { KeyObject, X509Certificate } from "node:crypto";

/** A private key, and the certificates that came with it, in any order. */
export interface KeyStore {
  key: KeyObject;
  certificates: readonly X509Certificate[];
}
