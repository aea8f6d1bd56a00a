import { AsnConvert } from "@peculiar/asn1-schema";
import { type BaseBlock, ObjectIdentifier, OctetString } from "asn1js";
import { contentTypeOid, messageDigestOid } from "./oids.ts";
import { Attribute, Attributes } from "./schema.ts";

/** Gives an attribute with one value. */
export function attribute(type: string, value: BaseBlock): Attribute {
  return Object.assign(new Attribute(), { type, values: [value.toBER()] });
}

export function contentTypeAttribute(type: string): Attribute {
  return attribute(contentTypeOid, new ObjectIdentifier({ value: type }));
}

export function messageDigestAttribute(digest: Uint8Array): Attribute {
  return attribute(messageDigestOid, new OctetString({ valueHex: digest }));
}

/** Gives attributes in the order that DER wants in a set: that of their bytes. */
export function sorted(attributes: readonly Attribute[]): Attribute[] {
  return attributes
    .map((entry) => ({ entry, der: Buffer.from(AsnConvert.serialize(entry)) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
    .map(({ entry }) => entry);
}

/** Gives what a signature is computed over: the DER of its signed attributes as a set of their own. */
export function signedMessage(attributes: readonly Attribute[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(AsnConvert.serialize(Attributes.from(attributes)));
}

/** Says whether there is exactly one attribute of this type, with exactly this value. */
export function holds(attributes: readonly Attribute[], { type, values: [value] }: Attribute): boolean {
  const [found, ...others] = attributes.filter((entry) => entry.type === type);
  return (
    others.length === 0 && found?.values.length === 1 && value !== undefined && same(found.values[0], value)
  );
}

function same(a: ArrayBuffer | undefined, b: ArrayBuffer): boolean {
  return a !== undefined && Buffer.from(a).equals(Buffer.from(b));
}
