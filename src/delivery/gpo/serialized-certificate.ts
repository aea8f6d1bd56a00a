import { createHash, type X509Certificate } from "node:crypto";

const sha1Hash = 3;
const certificateItself = 32;
const x509Encoding = 1;

/** Gives a certificate as a certificate store in the registry holds it: the property of its hash, then itself. */
export function serializedCertificate({ raw }: X509Certificate): Uint8Array {
  const hash = createHash("sha1").update(raw).digest();
  return Buffer.concat([...property(sha1Hash, hash), ...property(certificateItself, raw)]);
}

function property(id: number, value: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(id, 0);
  head.writeUInt32LE(x509Encoding, 4);
  head.writeUInt32LE(value.length, 8);
  return [head, value];
}
