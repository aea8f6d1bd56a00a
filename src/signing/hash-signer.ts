import type { X509Certificate } from "node:crypto";
import type { HashName } from "./hash.ts";

/** A private key, wherever it is: in this process, in another program, in a cloud. */
export interface HashSigner {
  /** Signs the hash of `message`, which is the DER of the signed attributes. */
  sign(message: Uint8Array, hash: HashName): Promise<HashSignature>;
  /** How many signatures may be under way at once. */
  readonly concurrency: number;
  /** Ends what was started for it. */
  close(): Promise<void>;
}

interface HashSignature {
  /** PKCS#1 v1.5 for RSA; the DER of ECDSA-Sig-Value for ECDSA. */
  signature: Uint8Array;
  /** The signer's certificate, then those between it and the root, which is left out. */
  chain: readonly X509Certificate[];
}
