import { type ContentInfo, EncryptedContentInfo } from "@peculiar/asn1-cms";
import { AuthenticatedSafe, id_SafeContents, type SafeBag, SafeContents } from "@peculiar/asn1-pfx";
import { AsnProp, AsnPropTypes, OctetString } from "@peculiar/asn1-schema";
import { PortkeepError } from "../../../errors.ts";
import { parseAsn1 } from "../../asn1.ts";
import type { Encrypted } from "../pbe/decrypt.ts";

const dataOid = "1.2.840.113549.1.7.1";
const encryptedDataOid = "1.2.840.113549.1.7.6";
const mostBags = 200;

/** Decrypts, or throws. */
export type Open = (encrypted: Encrypted) => Uint8Array;

/** Gives all bags of a file's content, those in others too. Throws `pfx-unsupported`, and what `open` throws. */
export function bagsIn(content: Uint8Array, open: Open): SafeBag[] {
  const parts = [...parseAsn1(content, AuthenticatedSafe)];
  const bags = parts.flatMap((part) => flattened(safeContents(part, open)));
  if (bags.length > mostBags) throw new RangeError("more bags than a key needs");
  return bags;
}

/** Gives the octets of plain data. Throws `pfx-unsupported` for data of another type. */
export function dataOf({ contentType, content }: ContentInfo): Uint8Array {
  if (contentType !== dataOid) throw new PortkeepError("pfx-unsupported", { oid: contentType });
  return new Uint8Array(parseAsn1(content, Octets).buffer);
}

function safeContents(part: ContentInfo, open: Open): Uint8Array {
  if (part.contentType !== encryptedDataOid) return dataOf(part);
  const { contentEncryptionAlgorithm, encryptedContent } = parseAsn1(part.content, EncryptedData).info;
  const pieces = encryptedContent?.constructedValue ?? [encryptedContent?.value ?? new OctetString()];
  const data = Buffer.concat(pieces.map(({ buffer }) => new Uint8Array(buffer)));
  return open({ algorithm: contentEncryptionAlgorithm, data });
}

function flattened(contents: Uint8Array | ArrayBuffer): SafeBag[] {
  const bags = [...parseAsn1(contents, SafeContents)];
  return bags.flatMap((bag) => (bag.bagId === id_SafeContents ? flattened(bag.bagValue) : [bag]));
}

/** Octets that may come in pieces, as Windows and NSS write them. */
export class Octets extends OctetString {
  override fromASN(asn: { getValue(): ArrayBuffer }): this {
    this.buffer = asn.getValue();
    return this;
  }
}

class EncryptedData {
  version = 0;
  info = new EncryptedContentInfo();
  attributes?: ArrayBuffer;
}
AsnProp({ type: AsnPropTypes.Integer })(EncryptedData.prototype, "version");
AsnProp({ type: EncryptedContentInfo })(EncryptedData.prototype, "info");
AsnProp({ type: AsnPropTypes.Any, context: 1, implicit: true, optional: true })(
  EncryptedData.prototype,
  "attributes",
);
