import { AsnConvert } from "@peculiar/asn1-schema";
import { describe, expect, test } from "vitest";
import { readSignedData, readSignerInfo } from "../../../src/signing/cms/read.ts";
import { SignedDataInfo } from "../../../src/signing/cms/schema.ts";
import { contentOf, valueAt, valuesIn } from "../oracles/der.ts";
import { pki } from "../pki.ts";
import { algorithm, attribute, integer, octets, oid, sequence, set, value } from "./der-writer.ts";
import { replaced } from "./replaced.ts";
import { hashOids, type SignedDataParts, signedData, signerInfo } from "./signed-data.ts";

const { signers } = await pki();
const data = "1.2.840.113549.1.7.1";
const plain = { type: data, content: octets(Buffer.from("content")), signer: signers.p256 };
const make = (odd: Partial<SignedDataParts> = {}) => signedData({ ...plain, ...odd });
const note = attribute("1.2.3.4", octets(Buffer.from("a note")));
const usual = make({ signer: signers.rsa2048, unsignedAttributes: [note] });

describe("a SignedData", () => {
  test.each([
    ["by ECDSA", make()],
    ["by RSA", make({ signer: signers.rsa2048 })],
    ["with SHA-512", make({ hash: "sha512" })],
    ["with something beside the signature", usual],
    ["with lists of revocations", make({ revocationLists: [sequence()] })],
    ["without a content", make({ content: null })],
    ["without certificates", make({ certificates: [] })],
    [
      "of two signers",
      make({ signers: [signerInfo(plain, plain), signerInfo({ ...plain, version: 3 }, plain)] }),
    ],
    ["without a signer", make({ signers: [] })],
  ])("%s has the parts that the library finds, and becomes the same bytes", (_, der) => {
    const found = readSignedData(der);
    expect(found).toEqual(AsnConvert.parse(der, SignedDataInfo).content);
    const again = Object.assign(new SignedDataInfo(), { content: found });
    expect(Buffer.from(AsnConvert.serialize(again)).equals(der)).toBe(true);
  });

  test("has NULL and what is left out told apart", () => {
    const [usual, bare] = [algorithm(hashOids.sha256), algorithm(hashOids.sha256, Buffer.of())];
    const parameters = (hashAlgorithm: Buffer) =>
      readSignedData(make({ hashAlgorithm }))?.signerInfos[0]?.digestAlgorithm.parameters;
    expect([parameters(usual), parameters(bare)]).toEqual([null, undefined]);
  });
});

const signedDataWay = [1, 0];
const signerWay = [...signedDataWay, 4, 0];
const isSequence = (way: readonly number[]) => valueAt(usual, ...way)[0] === 0x30;
const reversed = (part: Buffer) => value(part.readUInt8(0), ...valuesIn(contentOf(part)).toReversed());
const withMore = (part: Buffer) => value(part.readUInt8(0), contentOf(part), Buffer.of(5, 0));
const inLongForm = (part: Buffer) => {
  const content = contentOf(part);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([part.subarray(0, 1), Buffer.of(0x84), length, content]);
};
const indefinite = (part: Buffer) =>
  Buffer.concat([part.subarray(0, 1), Buffer.of(0x80), contentOf(part), Buffer.of(0, 0)]);

test("the signature from which these are made is read", () => {
  expect(readSignedData(replaced(usual, signerWay, (part) => part))).not.toBeNull();
});

describe("no SignedData in DER:", () => {
  test.each<[string, Buffer]>([
    ["nothing", Buffer.of()],
    ["another type of content", replaced(usual, [0], () => oid("1.2.840.113549.1.7.3"))],
    ["bytes after it", Buffer.concat([usual, Buffer.of(0)])],
    ["another value after it", Buffer.concat([usual, usual])],
    ["a certificate", valueAt(usual, ...signedDataWay, 3, 0)],
    ["bare parts without what is around them", valueAt(usual, ...signedDataWay)],
    ["a set in place of a sequence", value(0x31, contentOf(usual))],
    [
      "a version with a zero before it",
      replaced(usual, [...signedDataWay, 0], () => value(2, Buffer.of(0, 1))),
    ],
    ["a negative version", replaced(usual, [...signedDataWay, 0], () => integer(255))],
    ["a version without digits", replaced(usual, [...signedDataWay, 0], () => value(2))],
    ["unsorted hashes", replaced(twoHashes(), [...signedDataWay, 1], reversed)],
    ["unsorted signed attributes", replaced(usual, [...signerWay, 3], reversed)],
    ["unsorted attributes beside the signature", replaced(twoNotes(), [...signerWay, 6], reversed)],
    ["unsorted values of an attribute", replaced(twoValues(), [...signerWay, 6, 0, 1], reversed)],
    ["an attribute without a value", make({ unsignedAttributes: [sequence(oid("1.2.3.4"), set())] })],
    ["an empty set beside the signature", make({ unsignedAttributes: [] })],
    ["no signed attributes in their set", make({ signedAttributes: [] })],
    ["certificates that are cut off in the middle", cutCertificate()],
    ["two contents", replaced(usual, [...signedDataWay, 2, 1], withMore)],
    [
      "parts missing",
      replaced(usual, signerWay, (part) => value(0x30, ...valuesIn(contentOf(part)).slice(0, 5))),
    ],
    ["parts in another order", replaced(usual, signedDataWay, reversed)],
  ])("%s", (_, der) => {
    expect(readSignedData(der)).toBeNull();
  });

  const inner = [2, 3, 4, 5, 6].map((index) => [...signerWay, index]);
  const parts = [[1], [1, 0, 1, 0], [1, 0, 2], [1, 0, 2, 1], [1, 0, 3], [1, 0, 4], [...signerWay, 3, 0, 1]];
  const ways = [[], signedDataWay, signerWay, ...inner, ...parts].map(
    (way) => [way.join(".") || "the top", way] as const,
  );

  test.each(ways)("the indefinite length at %s", (_, way) => {
    expect(readSignedData(replaced(usual, way, indefinite))).toBeNull();
  });

  test.each(ways)("a length that is longer than it need be at %s", (_, way) => {
    expect(readSignedData(replaced(usual, way, inLongForm))).toBeNull();
  });

  test.each(ways.filter(([, way]) => isSequence(way)))("a value more at the end of %s", (_, way) => {
    expect(readSignedData(replaced(usual, way, withMore))).toBeNull();
  });

  test("the indefinite length everywhere at once", () => {
    expect(readSignedData(everywhere(usual))).toBeNull();
  });

  test("any part of one from its beginning", () => {
    for (let length = 0; length < usual.length; length++) {
      expect(readSignedData(usual.subarray(0, length))).toBeNull();
    }
  });
});

test("certificates may be in any order, as authorities of timestamps have them", () => {
  const other = replaced(usual, [...signedDataWay, 3], reversed);
  expect(other.equals(usual)).toBe(false);
  expect(readSignedData(other)?.certificates).toEqual(readSignedData(usual)?.certificates?.toReversed());
});

describe("a SignerInfo by itself", () => {
  test("is read as the one in a SignedData", () => {
    expect(readSignerInfo(valueAt(usual, ...signerWay))).toEqual(readSignedData(usual)?.signerInfos[0]);
  });

  test.each([
    ["a SignedData", usual],
    ["one that is followed by something", Buffer.concat([valueAt(usual, ...signerWay), Buffer.of(5, 0)])],
    ["one that is not in DER", inLongForm(valueAt(usual, ...signerWay))],
  ])("is no %s", (_, der) => {
    expect(readSignerInfo(der)).toBeNull();
  });
});

function twoHashes() {
  return make({ algorithms: [algorithm(hashOids.sha256), algorithm(hashOids.sha384)] });
}

function twoNotes() {
  return make({ unsignedAttributes: [note, attribute("1.2.3.5", oid("1.2.3"))] });
}

function twoValues() {
  return make({ unsignedAttributes: [attribute("1.2.3.4", octets(Buffer.of(1)), octets(Buffer.of(2)))] });
}

// The length of one reaches beyond the set that it is in.
function cutCertificate() {
  return replaced(usual, [...signedDataWay, 3], (part) => value(0xa0, contentOf(part).subarray(0, -1)));
}

function everywhere(der: Buffer): Buffer {
  const isConstructed = (der.readUInt8(0) & 0x20) !== 0;
  if (!isConstructed) return der;
  return indefinite(value(der.readUInt8(0), ...valuesIn(contentOf(der)).map(everywhere)));
}

test("the library alone would have taken the indefinite length", () => {
  expect(AsnConvert.parse(everywhere(usual), SignedDataInfo).contentType).toBe("1.2.840.113549.1.7.2");
});
