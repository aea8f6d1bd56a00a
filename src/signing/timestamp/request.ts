import { createHash, randomBytes } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { MessageImprint, TimeStampReq } from "@peculiar/asn1-tsp";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { digestOids, type HashName } from "../hash.ts";

/** What an authority is asked, and what only an answer to it can hold. */
export interface TimestampRequest {
  /** A TimeStampReq of RFC 3161. */
  der: Uint8Array<ArrayBuffer>;
  nonce: Uint8Array;
}

/** Gives a request for a timestamp on `message`, of which the authority sees only the hash. */
export function makeRequest(message: Uint8Array, hash: HashName): TimestampRequest {
  const nonce = new Uint8Array(randomBytes(8));
  // A number that is positive and always eight bytes long: DER drops leading zeros.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: digestOids[hash], parameters: null }),
      hashedMessage: new OctetString(createHash(hash).update(message).digest()),
    }),
    nonce: nonce.buffer,
    // Without the authority's certificate nobody could check the token later.
    certReq: true,
  });
  return { der: new Uint8Array(AsnConvert.serialize(request)), nonce };
}
