import { AsnConvert } from "@peculiar/asn1-schema";

/**
 * Reads bytes as a value of this type, or gives null where they are not just what the value is written as again:
 * lengths in another form, bytes left over. The order of a set is free, as DigiCert's tokens do not sort theirs.
 */
export function readExactly<Value extends object>(der: Uint8Array, type: new () => Value): Value | null {
  try {
    const value = AsnConvert.parse(der, type);
    return Buffer.from(AsnConvert.serialize(value)).equals(der) ? value : null;
  } catch {
    // Whatever the library stumbles over, it is no such value.
    return null;
  }
}
