import { createPrivateKey, type KeyObject } from "node:crypto";
import { EncryptedPrivateKeyInfo } from "@peculiar/asn1-pkcs8";
import { parseAsn1 } from "../asn1.ts";
import type { Encrypted } from "./pbe/decrypt.ts";

/** Gives the key in an unencrypted PKCS#8. Throws an error of any kind where it is none. */
export function keyFromPkcs8(der: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });
}

/** Gives what is encrypted in an encrypted PKCS#8. Throws an error of any kind where it is none. */
export function encryptedPart(der: Uint8Array | ArrayBuffer): Encrypted {
  const { encryptionAlgorithm, encryptedData } = parseAsn1(der, EncryptedPrivateKeyInfo);
  return { algorithm: encryptionAlgorithm, data: new Uint8Array(encryptedData.buffer) };
}
