import rc2 from "node-forge/lib/rc2.js";
import util from "node-forge/lib/util.js";

/** Decrypts RC2 in CBC mode, which Node.js' OpenSSL has no more; null where the padding is none. */
export function decryptRc2(data: Uint8Array, key: Buffer, iv: Buffer): Buffer | null {
  // The effective length in bits is that of the key, which keeps exported keys of old at 40.
  const cipher = rc2.createDecryptionCipher(key.toString("latin1"), key.length * 8);
  cipher.start(iv.toString("latin1"));
  cipher.update(util.createBuffer(Buffer.from(data).toString("latin1")));
  return cipher.finish() ? Buffer.from(cipher.output.getBytes(), "latin1") : null;
}
