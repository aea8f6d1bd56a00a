import { Constructed, ObjectIdentifier, Primitive, Sequence, UTCTime } from "asn1js";
import { attribute, contentTypeAttribute, messageDigestAttribute, sorted } from "../cms/attributes.ts";
import { signingTimeOid } from "../cms/oids.ts";
import type { Attribute } from "../cms/schema.ts";
import { indirectDataOid, individualOid, opusInfoOid, statementTypeOid } from "./oids.ts";

/** Whose choice of attributes to follow; osslsigncode's, with a time, serves to compare whole files with its own. */
export type AttributeStyle = "windows" | { signingTime: Date };

/** Gives the attributes under a signature, in DER's order; `messageDigest` is the hash of the indirect data. */
export function signedAttributes(messageDigest: Uint8Array, style: AttributeStyle = "windows"): Attribute[] {
  const own =
    style === "windows"
      ? attribute(opusInfoOid, noNameNoUrl)
      : attribute(signingTimeOid, new UTCTime({ valueDate: style.signingTime }));
  const statement = new Sequence({ value: [new ObjectIdentifier({ value: individualOid })] });
  return sorted([
    own,
    contentTypeAttribute(indirectDataOid),
    attribute(statementTypeOid, statement),
    messageDigestAttribute(messageDigest),
  ]);
}

// What Set-AuthenticodeSignature writes: a program name and an address, both empty.
const noNameNoUrl = new Sequence({ value: [0, 1].map((number) => tagged(number, [empty()])) });

function tagged(tagNumber: number, value: Primitive[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

function empty(): Primitive {
  return new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } });
}
