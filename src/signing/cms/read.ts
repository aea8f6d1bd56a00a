import { AsnConvert } from "@peculiar/asn1-schema";
import { signedDataOid } from "./oids.ts";
import { type SignedData, SignedDataInfo } from "./schema.ts";

/** Gives the SignedData in a DER, or null where it is none, or is not written in the one way that DER allows. */
export function readSignedData(der: Uint8Array): SignedData | null {
  try {
    const info = AsnConvert.parse(der, SignedDataInfo);
    const same = Buffer.from(AsnConvert.serialize(info)).equals(der);
    return same && info.contentType === signedDataOid && hasSortedSets(info.content) ? info.content : null;
  } catch {
    // Whatever the library stumbles over, it is no SignedData.
    return null;
  }
}

// The library writes a set in the order in which it was read; DER has it in that of the bytes. That of the
// certificates is left to whoever cares: authorities of timestamps put them in any order.
function hasSortedSets({ digestAlgorithms, signerInfos }: SignedData): boolean {
  const sets = signerInfos.flatMap(({ signedAttributes = [], unsignedAttributes = [] }) => [
    signedAttributes,
    unsignedAttributes,
  ]);
  return [digestAlgorithms, ...sets].every((set) =>
    isSorted(set.map((entry) => AsnConvert.serialize(entry))),
  );
}

/** Says whether a set's entries, each in DER, are in DER's order. */
export function isSorted(set: readonly ArrayBuffer[]): boolean {
  return set.every((entry, index) => {
    const before = set[index - 1];
    return before === undefined || Buffer.compare(Buffer.from(before), Buffer.from(entry)) <= 0;
  });
}
