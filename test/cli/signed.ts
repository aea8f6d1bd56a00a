import { X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriptSigner } from "../../src/signing/authenticode/sign.ts";
import type { HashName } from "../../src/signing/hash.ts";
import { nodeSigner } from "../signing/node-signer.ts";
import { type Issued, pki } from "../signing/pki.ts";
import { emptyFolder, scriptOf } from "./console.ts";

export const { root, intermediate, signers, timestampRoot, timestampAuthority } = await pki();
export const signer = signers.rsa2048;

/** The options for the key in a folder of `folderToSign`. */
export const withKey = ["--sign-key", "key.pem", "--sign-cert", "chain.pem"];

/** Gives a script that has no signature. */
export const unsigned = scriptOf({ products: ["ias"] });

/** Gives a script with a signature. */
export function signedBy(
  issued: Issued,
  script: Uint8Array = unsigned,
  hash: HashName = "sha256",
): Promise<Buffer> {
  return scriptSigner(nodeSigner(issued), { hash })(script);
}

/** Gives a folder with a script, a key with its certificates, and further files; its owner alone can read them. */
export function folderToSign(more: Record<string, string | Uint8Array> = {}, issued = signer): string {
  const folder = emptyFolder();
  const files = {
    "script.ps1": unsigned,
    "key.pem": issued.keyPem,
    "chain.pem": issued.chainPem,
    "root.cer": root.certificatePem,
    ...more,
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  }
  return folder;
}

/** Gives a file's bytes. */
export function bytesOf(folder: string, name = "script.ps1"): Buffer {
  return readFileSync(join(folder, name));
}

/** Gives the SHA-256 of a certificate as portkeep writes it. */
export function fingerprint({ certificatePem }: Issued): string {
  return new X509Certificate(certificatePem).fingerprint256.replaceAll(":", "").toLowerCase();
}
