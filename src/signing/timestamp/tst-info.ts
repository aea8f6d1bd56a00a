import { createHash } from "node:crypto";
import { OctetString } from "@peculiar/asn1-schema";
import { id_ct_tstInfo, TSTInfo } from "@peculiar/asn1-tsp";
import { parseAsn1 } from "../asn1.ts";
import type { EncapsulatedContent } from "../cms/schema.ts";
import type { SignedContent } from "../cms/signer.ts";
import { type DigestName, digestOf } from "../hash.ts";

/** What an authority puts its signature under. */
export interface TimestampInfo {
  time: Date;
  /** The hash of the imprint. */
  hash: DigestName;
  imprint: Uint8Array;
  /** Null where the request had none. */
  nonce: Uint8Array | null;
  /** All of it, as it was signed. */
  content: SignedContent;
}

/** Reads a TSTInfo, version 1; null for any other content. */
export function readTimestampInfo({ type, content }: EncapsulatedContent): TimestampInfo | null {
  if (type !== id_ct_tstInfo || !content) return null;
  try {
    const octets = new Uint8Array(parseAsn1(content, OctetString).buffer);
    const { version, genTime, messageImprint, nonce } = parseAsn1(octets, TSTInfo);
    const hash = digestOf(messageImprint.hashAlgorithm.algorithm);
    if (version !== 1 || !hash || Number.isNaN(genTime.getTime())) return null;
    return {
      time: genTime,
      hash,
      imprint: new Uint8Array(messageImprint.hashedMessage.buffer),
      nonce: nonce ? new Uint8Array(nonce) : null,
      content: { type, octets },
    };
  } catch {
    // Whatever the library stumbles over, it is no TSTInfo.
    return null;
  }
}

/** Says whether a timestamp is for these bytes. */
export function isFor({ hash, imprint }: TimestampInfo, message: Uint8Array): boolean {
  return createHash(hash).update(message).digest().equals(imprint);
}
