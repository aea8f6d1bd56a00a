import { createHash, type X509Certificate } from "node:crypto";
import { type DigestName, digestOf } from "../hash.ts";
import { contentTypeAttribute, holds, messageDigestAttribute, signedMessage } from "./attributes.ts";
import type { SignerInfo } from "./schema.ts";
import { isAlgorithmFor, isSignatureOf } from "./signature.ts";
import { isNamedBy } from "./signer-identifier.ts";

/** In what a signature fails, whoever made it. */
export type SignerFault =
  | "certificate-missing"
  | "hash-unknown"
  | "content-type"
  | "message-digest"
  | "signature-algorithm"
  | "signature";

export interface CheckedSigner {
  /** Null where the certificates at hand do not hold it. */
  certificate: X509Certificate | null;
  hash: DigestName | null;
  faults: SignerFault[];
}

/** What a signature is for. */
export interface SignedContent {
  /** The object identifier of its type. */
  type: string;
  /** Its octets, without the tag and length around them. */
  octets: Uint8Array;
}

/** Checks one signature over a content. Whether its signer is to be trusted is not judged here. */
export function checkSigner(
  signer: SignerInfo,
  content: SignedContent,
  certificates: readonly X509Certificate[],
): CheckedSigner {
  const certificate = certificates.find((candidate) => isNamedBy(signer.sid, candidate)) ?? null;
  const hash = digestOf(signer.digestAlgorithm.algorithm);
  const faults: SignerFault[] = [];
  if (!certificate) faults.push("certificate-missing");
  if (!hash) faults.push("hash-unknown");
  if (hash) faults.push(...contentFaults(signer, content, hash));
  if (certificate && hash) faults.push(...signatureFaults(signer, certificate, hash));
  return { certificate, hash, faults };
}

function contentFaults(
  { signedAttributes = [] }: SignerInfo,
  { type, octets }: SignedContent,
  hash: DigestName,
): SignerFault[] {
  const faults: SignerFault[] = [];
  const digest = createHash(hash).update(octets).digest();
  if (!holds(signedAttributes, contentTypeAttribute(type))) faults.push("content-type");
  if (!holds(signedAttributes, messageDigestAttribute(digest))) faults.push("message-digest");
  return faults;
}

function signatureFaults(
  signer: SignerInfo,
  { publicKey }: X509Certificate,
  hash: DigestName,
): SignerFault[] {
  const { signedAttributes = [], signatureAlgorithm, signature } = signer;
  if (!isAlgorithmFor(signatureAlgorithm.algorithm, publicKey, hash)) return ["signature-algorithm"];
  const message = signedMessage(signedAttributes);
  return isSignatureOf(new Uint8Array(signature.buffer), message, { key: publicKey, hash })
    ? []
    : ["signature"];
}
