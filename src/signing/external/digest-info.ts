import { createHash } from "node:crypto";
import type { HashName } from "../hash.ts";

/** What stands before the hash in the DER of a DigestInfo: RFC 8017, 9.2, note 1. */
const prefixes: Record<HashName, string> = {
  sha1: "3021300906052b0e03021a05000414",
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
};

/** Gives the DER of the DigestInfo of a hash, which is what RSA with PKCS#1 v1.5 pads and signs. */
export function digestInfo(hash: HashName, digest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(prefixes[hash], "hex"), digest]);
}

/** Gives the hash of some bytes. */
export function digestOf(hash: HashName, bytes: Uint8Array): Buffer {
  return createHash(hash).update(bytes).digest();
}
