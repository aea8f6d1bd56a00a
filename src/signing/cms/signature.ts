import { type KeyObject, verify } from "node:crypto";
import type { DigestName } from "../hash.ts";
import { ecdsaWithOids, rsaOid, rsaWithOids } from "./oids.ts";

/** Says whether a signature algorithm's name fits a key and a hash, in any of the ways that it is written. */
export function isAlgorithmFor(oid: string, key: KeyObject, hash: DigestName): boolean {
  if (key.asymmetricKeyType === "rsa") return oid === rsaOid || oid === rsaWithOids[hash];
  return key.asymmetricKeyType === "ec" && oid === ecdsaWithOids[hash];
}

/** Says whether a signature, PKCS#1 v1.5 or the DER of ECDSA, is one of this key over this message. */
export function isSignatureOf(
  signature: Uint8Array,
  message: Uint8Array,
  { key, hash }: { key: KeyObject; hash: DigestName },
): boolean {
  try {
    return verify(hash, message, key, signature);
  } catch {
    // What is not even an encoded signature makes OpenSSL fail.
    return false;
  }
}
