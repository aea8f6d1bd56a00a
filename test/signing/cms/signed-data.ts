import { createHash, createPrivateKey, sign, X509Certificate } from "node:crypto";
import { contentOf, valueAt } from "../oracles/der.ts";
import type { Issued } from "../pki.ts";
import {
  algorithm,
  attribute,
  inBrackets,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  set,
  value,
} from "./der-writer.ts";

export const hashOids = {
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
} as const;

const ecdsaOids = {
  sha1: "1.2.840.10045.4.1",
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha512: "1.2.840.10045.4.3.4",
} as const;

export type Hash = keyof typeof hashOids;

/** What one signer signs, and how. All that is left out is as it should be. */
export interface SignerParts {
  signer: Issued;
  hash?: Hash;
  version?: number;
  identifier?: Buffer;
  hashAlgorithm?: Buffer;
  /** Its tag is replaced. */
  signedAttributes?: Buffer[];
  /** Those that the signature is computed over, where they are others. */
  message?: Buffer;
  signatureAlgorithm?: Buffer;
  signature?: Buffer;
  unsignedAttributes?: Buffer[];
}

export interface SignedDataParts extends SignerParts {
  type: string;
  /** DER, or nothing at all. */
  content: Buffer | null;
  dataVersion?: number;
  algorithms?: Buffer[];
  certificates?: Buffer[];
  revocationLists?: Buffer[];
  /** SignerInfos in place of the signer's own. */
  signers?: Buffer[];
}

/** Makes a SignedData, byte by byte after PKCS#7 1.5. */
export function signedData(parts: SignedDataParts): Buffer {
  const { type, content, hash = "sha256", dataVersion = 1, revocationLists } = parts;
  const { algorithms = [algorithm(hashOids[hash])], certificates = chainOf(parts.signer) } = parts;
  const { signers = [signerInfo(parts, parts)] } = parts;
  return sequence(
    oid("1.2.840.113549.1.7.2"),
    inBrackets(
      0,
      sequence(
        integer(dataVersion),
        set(...algorithms),
        sequence(oid(type), ...(content ? [inBrackets(0, content)] : [])),
        inBrackets(0, ...certificates.toSorted(Buffer.compare)),
        ...(revocationLists ? [inBrackets(1, ...revocationLists)] : []),
        set(...signers),
      ),
    ),
  );
}

/** Makes the part of one signer. */
export function signerInfo(
  parts: SignerParts,
  { type, content }: Pick<SignedDataParts, "type" | "content">,
): Buffer {
  const { signer, hash = "sha256", version = 1, identifier = issuerAndSerial(signer) } = parts;
  const key = createPrivateKey(signer.keyPem);
  const digest = createHash(hash).update(content ? contentOf(content) : "");
  const usual = [contentTypeAttribute(type), messageDigestAttribute(digest.digest())];
  const { signedAttributes = usual, unsignedAttributes } = parts;
  const { message = set(...signedAttributes), signature = sign(hash, message, key) } = parts;
  const usualAlgorithm =
    key.asymmetricKeyType === "ec"
      ? algorithm(ecdsaOids[hash], Buffer.of())
      : algorithm("1.2.840.113549.1.1.1", nothing);
  return sequence(
    integer(version),
    identifier,
    parts.hashAlgorithm ?? algorithm(hashOids[hash]),
    inBrackets(0, contentOf(set(...signedAttributes))),
    parts.signatureAlgorithm ?? usualAlgorithm,
    octets(signature),
    ...(unsignedAttributes ? [inBrackets(1, contentOf(set(...unsignedAttributes)))] : []),
  );
}

export const contentTypeAttribute = (type: string) => attribute("1.2.840.113549.1.9.3", oid(type));

export const messageDigestAttribute = (digest: Buffer) => attribute("1.2.840.113549.1.9.4", octets(digest));

/** Gives the DER of a certificate. */
export function derOf({ certificatePem }: Issued): Buffer {
  return new X509Certificate(certificatePem).raw;
}

/** Gives the DER of a certificate and of those between it and the root. */
export function chainOf({ chainPem }: Issued): Buffer[] {
  const pems = chainPem.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  return pems.map((pem) => new X509Certificate(pem).raw);
}

/** Names a certificate by its issuer and number. All that openssl makes is of version 3. */
export function issuerAndSerial(signer: Issued): Buffer {
  const der = derOf(signer);
  return sequence(valueAt(der, 0, 3), valueAt(der, 0, 1));
}

/** Names a certificate by the hash of its key, as openssl forms its identifiers. */
export function keyIdentifier({ certificatePem }: Issued): Buffer {
  const key = new X509Certificate(certificatePem).publicKey.export({ type: "spki", format: "der" });
  const bits = contentOf(valueAt(key, 1)).subarray(1);
  return value(0x80, createHash("sha1").update(bits).digest());
}
