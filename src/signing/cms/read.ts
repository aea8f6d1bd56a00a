import { AsnConvert } from "@peculiar/asn1-schema";
import { signedDataOid } from "./oids.ts";
import { type SignedData, SignedDataInfo } from "./schema.ts";

/** Gives the SignedData in a DER, or null where it is none, or is not written in the one way that DER allows. */
export function readSignedData(der: Uint8Array): SignedData | null {
  try {
    const info = AsnConvert.parse(der, SignedDataInfo);
    const same = Buffer.from(AsnConvert.serialize(info)).equals(der);
    return same && info.contentType === signedDataOid ? info.content : null;
  } catch {
    // Whatever the library stumbles over, it is no SignedData.
    return null;
  }
}
