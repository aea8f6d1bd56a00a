import "reflect-metadata";
import { webcrypto, X509Certificate } from "node:crypto";
import { type Extension, X509CertificateGenerator } from "@peculiar/x509";

// The library has to be loaded after reflect-metadata, so from nowhere but here.
export { BasicConstraintsExtension, ExtendedKeyUsageExtension, Extension } from "@peculiar/x509";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export interface Wish {
  subject: string;
  issuer?: string;
  /** The key in it, and the one that signs it; always the same by default. */
  keys?: [webcrypto.CryptoKeyPair, webcrypto.CryptoKeyPair] | undefined;
  extensions?: Extension[];
}

/** Makes a key pair on P-256. */
export function keyPair(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

/** Makes a certificate without starting a program, valid from 2020 to 2049, where tests need hundreds or odd ones. */
export async function generate({
  subject,
  issuer = subject,
  keys,
  extensions = [],
}: Wish): Promise<X509Certificate> {
  const [own, signing] = keys ?? [shared, shared];
  const made = await X509CertificateGenerator.create({
    subject,
    issuer,
    notBefore: new Date("2020-01-01"),
    notAfter: new Date("2049-01-01"),
    publicKey: own.publicKey,
    signingKey: signing.privateKey,
    signingAlgorithm: algorithm,
    extensions,
  });
  return new X509Certificate(Buffer.from(made.rawData));
}

const shared = await keyPair();
