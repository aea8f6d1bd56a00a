import type { X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { ecdsaWithOids, rsaOid } from "../cms/oids.ts";
import {
  AlgorithmIdentifier,
  Attribute,
  EncapsulatedContent,
  SignedData,
  SignedDataInfo,
  SignerInfo,
} from "../cms/schema.ts";
import { issuerAndSerialOf } from "../cms/signer-identifier.ts";
import { digestOids, type HashName } from "../hash.ts";
import { indirectData } from "./indirect-data.ts";
import { indirectDataOid, timestampOid } from "./oids.ts";
import { type AttributeStyle, signedAttributes } from "./signed-attributes.ts";

/** The signer's certificate first, the root left out. */
export type Chain = readonly X509Certificate[];

export interface SignatureParts {
  hash: HashName;
  style: AttributeStyle;
  /** Of the script's text. */
  digest: Uint8Array;
  /** Of what `digest` is wrapped in. */
  messageDigest: Uint8Array;
  signature: Uint8Array<ArrayBuffer>;
  chain: Chain;
  /** DER of an RFC 3161 token over the signature. */
  token?: Uint8Array | undefined;
}

/** Gives the DER of a signature, in the very shape in which Windows writes it: SignedData of version 1. */
export function encodeSignedData(parts: SignatureParts): Buffer {
  const { hash, style, digest, messageDigest, signature, chain, token } = parts;
  const [certificate] = chain;
  if (!certificate) throw new RangeError("a signature names its signer's certificate");
  const digestAlgorithm = withNull(digestOids[hash]);
  const signerInfo = Object.assign(new SignerInfo(), {
    sid: issuerAndSerialOf(certificate).buffer,
    digestAlgorithm,
    signedAttributes: signedAttributes(messageDigest, style),
    signatureAlgorithm: signatureAlgorithm(certificate, hash),
    signature: new OctetString(signature),
    ...(token && { unsignedAttributes: [timestampAttribute(token)] }),
  });
  const info = new SignedDataInfo();
  info.content = Object.assign(new SignedData(), {
    digestAlgorithms: [digestAlgorithm],
    encapsulated: Object.assign(new EncapsulatedContent(), {
      type: indirectDataOid,
      content: indirectData(digest, hash).toBER(),
    }),
    certificates: chain
      .map(({ raw }) => raw)
      .sort(Buffer.compare)
      .map(asArrayBuffer),
    signerInfos: [signerInfo],
  });
  return Buffer.from(AsnConvert.serialize(info));
}

function signatureAlgorithm({ publicKey }: X509Certificate, hash: HashName): AlgorithmIdentifier {
  // Windows names the key's algorithm for RSA, and for ECDSA the hash too, without parameters.
  return publicKey.asymmetricKeyType === "ec"
    ? Object.assign(new AlgorithmIdentifier(), { algorithm: ecdsaWithOids[hash] })
    : withNull(rsaOid);
}

// Windows writes NULL where an algorithm of RSA, or a hash, has no parameters.
function withNull(algorithm: string): AlgorithmIdentifier {
  return Object.assign(new AlgorithmIdentifier(), { algorithm, parameters: null });
}

function timestampAttribute(token: Uint8Array): Attribute {
  return Object.assign(new Attribute(), { type: timestampOid, values: [asArrayBuffer(token)] });
}

function asArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
