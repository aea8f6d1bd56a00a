import { X509Certificate } from "node:crypto";
import { scriptSigner } from "../../src/signing/authenticode/sign.ts";
import type { HashName } from "../../src/signing/hash.ts";
import { nodeSigner } from "../signing/node-signer.ts";
import type { Issued } from "../signing/pki.ts";
import { scriptOf } from "./console.ts";

/** Gives a script with a signature. */
export function signedBy(
  signer: Issued,
  script: Uint8Array = scriptOf({ products: ["ias"] }),
  hash: HashName = "sha256",
): Promise<Buffer> {
  return scriptSigner(nodeSigner(signer), { hash })(script);
}

/** Gives the SHA-256 of a certificate as portkeep writes it. */
export function fingerprint({ certificatePem }: Issued): string {
  return new X509Certificate(certificatePem).fingerprint256.replaceAll(":", "").toLowerCase();
}
