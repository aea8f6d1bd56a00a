import "reflect-metadata";
import { KeyObject, randomBytes, webcrypto } from "node:crypto";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { developmentName } from "../certificates/development.ts";
import { codeSigning } from "../certificates/usage.ts";

const days = 30;
// For a clock elsewhere that is a little behind.
const minutesBefore = 10;

/** A key and its certificate, both as PEM; the key is PKCS#8, not encrypted. */
export interface DevelopmentKey {
  keyPem: string;
  certificatePem: string;
}

/** Makes a key for trying things out, and a certificate for it that says so and ends in 30 days. RSA, since every PowerShell has it. */
export async function makeDevelopmentKey(now = new Date()): Promise<DevelopmentKey> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [developmentName] }],
    notBefore: new Date(now.getTime() - minutesBefore * 60_000),
    notAfter: new Date(now.getTime() + days * 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([codeSigning], true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const key = KeyObject.from(keys.privateKey);
  return {
    keyPem: key.export({ type: "pkcs8", format: "pem" }).toString(),
    certificatePem: `${certificate.toString("pem")}\n`,
  };
}

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Gives 16 bytes in hexadecimal that are a positive number. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8() & 0x7f) | 0x40);
  return bytes.toString("hex");
}
