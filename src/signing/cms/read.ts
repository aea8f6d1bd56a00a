import { OctetString } from "@peculiar/asn1-schema";
import { context, type DerReader, readDer, tags } from "./der.ts";
import { oidText } from "./oid.ts";
import { signedDataOid } from "./oids.ts";
import { AlgorithmIdentifier, Attribute, EncapsulatedContent, SignedData, SignerInfo } from "./schema.ts";

/**
 * Gives the SignedData in a DER, or null where it is none, or is not written in the one way that DER allows. What is
 * kept as it stands is not looked into; nor is the order of the certificates, which authorities of timestamps ignore.
 */
export function readSignedData(der: Uint8Array): SignedData | null {
  return readOrNull(der, (reader) =>
    reader.within(tags.sequence, (info) => {
      if (oid(info) !== signedDataOid) throw new RangeError("other content");
      return info.within(context(0), (content) => content.within(tags.sequence, signedData));
    }),
  );
}

/** Gives the SignerInfo in a DER, or null, as for a SignedData. */
export function readSignerInfo(der: Uint8Array): SignerInfo | null {
  return readOrNull(der, signerInfo);
}

function readOrNull<Result>(der: Uint8Array, read: (reader: DerReader) => Result): Result | null {
  try {
    return readDer(der, read);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function signedData(reader: DerReader): SignedData {
  return Object.assign(new SignedData(), {
    version: version(reader),
    digestAlgorithms: set(reader, tags.set, algorithm),
    encapsulated: reader.within(tags.sequence, encapsulated),
    ...(reader.isNext(context(0)) && { certificates: reader.within(context(0), values) }),
    ...(reader.isNext(context(1)) && { revocationLists: reader.within(context(1), values) }),
    signerInfos: set(reader, tags.set, signerInfo),
  });
}

function encapsulated(reader: DerReader): EncapsulatedContent {
  return Object.assign(new EncapsulatedContent(), {
    type: oid(reader),
    ...(!reader.isAtEnd && { content: reader.within(context(0), any) }),
  });
}

function signerInfo(reader: DerReader): SignerInfo {
  return reader.within(tags.sequence, (info) =>
    Object.assign(new SignerInfo(), {
      version: version(info),
      sid: any(info),
      digestAlgorithm: algorithm(info),
      ...(info.isNext(context(0)) && { signedAttributes: attributes(info, 0) }),
      signatureAlgorithm: algorithm(info),
      signature: new OctetString(asArrayBuffer(info.take(tags.octets).content)),
      ...(info.isNext(context(1)) && { unsignedAttributes: attributes(info, 1) }),
    }),
  );
}

function algorithm(reader: DerReader): AlgorithmIdentifier {
  return reader.within(tags.sequence, (content) =>
    Object.assign(new AlgorithmIdentifier(), {
      algorithm: oid(content),
      ...(!content.isAtEnd && { parameters: nullOr(any(content)) }),
    }),
  );
}

function attributes(reader: DerReader, number: number): Attribute[] {
  return filled(set(reader, context(number), attribute));
}

function attribute(reader: DerReader): Attribute {
  return reader.within(tags.sequence, (content) =>
    Object.assign(new Attribute(), { type: oid(content), values: filled(set(content, tags.set, any)) }),
  );
}

/** Reads a set, whose entries DER puts in the order of their bytes. */
function set<Entry>(reader: DerReader, tag: number, read: (entry: DerReader) => Entry): Entry[] {
  const entries = reader.within(tag, (content) => content.all()).map(({ der }) => der);
  if (!isSorted(entries)) throw new RangeError("a set is not sorted");
  return entries.map((der) => readDer(der, read));
}

/** Says whether a set's entries, each in DER, are in DER's order. */
export function isSorted(entries: readonly Uint8Array[]): boolean {
  return entries.every((entry, index) => {
    const before = entries[index - 1];
    return before === undefined || Buffer.compare(before, entry) <= 0;
  });
}

/** Gives a set back that has to have entries. */
function filled<Entry>(entries: Entry[]): Entry[] {
  if (entries.length === 0) throw new RangeError("a set is empty");
  return entries;
}

function version(reader: DerReader): number {
  const { content } = reader.take(tags.integer);
  const [number = 0x80] = content;
  if (content.length !== 1 || number >= 0x80) throw new RangeError("no version");
  return number;
}

function oid(reader: DerReader): string {
  return oidText(reader.take(tags.oid).content);
}

function values(reader: DerReader): ArrayBuffer[] {
  return reader.all().map(({ der }) => asArrayBuffer(der));
}

function any(reader: DerReader): ArrayBuffer {
  return asArrayBuffer(reader.any().der);
}

function nullOr(der: ArrayBuffer): ArrayBuffer | null {
  return Buffer.from(der).equals(nullDer) ? null : der;
}

const nullDer = Buffer.from([5, 0]);

function asArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
