import { createCipheriv, createHash, createHmac, hkdfSync } from "node:crypto";

/** Content as Intune stores it, and what is needed to read it: bytes, of which Detection.xml holds base64. */
export interface Encrypted {
  /** HMAC-SHA256 over all that follows (32 bytes), initialization vector (16), AES-256-CBC with PKCS #7 padding. */
  blob: Buffer;
  encryptionKey: Buffer;
  macKey: Buffer;
  initializationVector: Buffer;
  mac: Buffer;
  /** SHA-256 of the content itself. */
  fileDigest: Buffer;
}

/**
 * Encrypts content for Intune: the same content, the same bytes. The keys come from the content's hash, and not by
 * chance. Nothing is lost by that, since they stand beside it in the same file, in clear: this is a wrapping that
 * Intune asks for, no secret. What Intune then stores, it protects itself.
 */
export function encrypt(content: Uint8Array): Encrypted {
  const fileDigest = createHash("sha256").update(content).digest();
  const derive = (purpose: string, length: number) =>
    Buffer.from(hkdfSync("sha256", fileDigest, "", `portkeep intunewin ${purpose}`, length));
  const encryptionKey = derive("encryption", 32);
  const macKey = derive("authentication", 32);
  const initializationVector = derive("initialization vector", 16);
  const cipher = createCipheriv("aes-256-cbc", encryptionKey, initializationVector);
  const authenticated = Buffer.concat([initializationVector, cipher.update(content), cipher.final()]);
  const mac = createHmac("sha256", macKey).update(authenticated).digest();
  const blob = Buffer.concat([mac, authenticated]);
  return { blob, encryptionKey, macKey, initializationVector, mac, fileDigest };
}
