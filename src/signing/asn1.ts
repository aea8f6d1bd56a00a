import { AsnConvert } from "@peculiar/asn1-schema";

/**
 * Gives the value that BER or DER stands for, by its schema. Throws an error of the library's for what has another
 * form, is nested more than 100 deep, or has more than 10,000 parts.
 */
export function parseAsn1<Value>(encoded: Uint8Array | ArrayBuffer, schema: new () => Value): Value {
  // Left to itself, the library also parses what octet strings hold, and counts its parts.
  return AsnConvert.parse(encoded, schema, { berOptions: { parseEmbedded: false } });
}
