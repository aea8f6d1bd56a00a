import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import type { HashSigner } from "../../src/signing/hash-signer.ts";
import type { Issued } from "./pki.ts";

/** Gives the key of a certificate as a signer, by Node.js' own cryptography. */
export function nodeSigner({ keyPem, chainPem }: Issued): HashSigner {
  const key = createPrivateKey(keyPem);
  const pems = chainPem.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  const chain = pems.map((pem) => new X509Certificate(pem));
  return {
    sign: async (message, hash) => ({ signature: sign(hash, message, key), chain }),
    concurrency: 1,
    close: async () => {},
  };
}
