import { constants, createHash, createPrivateKey, sign, X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSignerInfo } from "../../../src/signing/cms/read.ts";
import { checkSigner } from "../../../src/signing/cms/signer.ts";
import { valueAt } from "../oracles/der.ts";
import { type Issued, issue, pki } from "../pki.ts";
import { algorithm, attribute, octets, oid, set, value } from "./der-writer.ts";
import {
  contentTypeAttribute,
  derOf,
  type Hash,
  hashOids,
  messageDigestAttribute,
  type SignerParts,
  signerInfo,
} from "./signed-data.ts";

const { intermediate, signers } = await pki();
const { p256, p384, rsa2048 } = signers;
const [byEd25519, byP521] = await Promise.all([
  issue(intermediate, { key: "ed25519" }),
  issue(intermediate, { key: "p521" }),
]);
const data = "1.2.840.113549.1.7.1";
const content = Buffer.from("what is signed");
const digestBy = (hash: Hash) => createHash(hash).update(content).digest();

/** Checks a signature that is odd in some parts. */
function check(odd: Partial<SignerParts> = {}, certificates: Issued[] = [intermediate, odd.signer ?? p256]) {
  const der = signerInfo({ signer: p256, ...odd }, { type: data, content: octets(content) });
  const info = readSignerInfo(der);
  if (!info) throw new Error("no SignerInfo in DER");
  const held = certificates.map((issued) => new X509Certificate(derOf(issued)));
  return checkSigner(info, { type: data, octets: content }, held);
}

const rsaOid = "1.2.840.113549.1.1.1";
const rsaWith = { sha1: 5, sha256: 11, sha384: 12, sha512: 13 } as const;
const ecdsaWith = { sha1: "1", sha256: "3.2", sha384: "3.3", sha512: "3.4" } as const;
const rsaWithOid = (hash: Hash) => `1.2.840.113549.1.1.${rsaWith[hash]}`;
const ecdsaWithOid = (hash: Hash) => `1.2.840.10045.4.${ecdsaWith[hash]}`;
const allHashes = Object.keys(hashOids) as Hash[];

describe("a signature without a fault", () => {
  test.each(allHashes)("by RSA with %s, under the key's name or with the hash", (hash) => {
    expect(check({ signer: rsa2048, hash })).toMatchObject({ hash, faults: [] });
    expect(check({ signer: rsa2048, hash, signatureAlgorithm: algorithm(rsaWithOid(hash)) }).faults).toEqual(
      [],
    );
  });

  test.each(allHashes.flatMap((hash) => [p256, p384, byP521].map((signer) => [hash, signer] as const)))(
    "by ECDSA with %s",
    (hash, signer) => {
      const { certificate, ...checked } = check({ signer, hash });
      expect(checked).toEqual({ hash, faults: [] });
      expect(certificate?.raw).toEqual(derOf(signer));
    },
  );

  test("has other signed attributes too", () => {
    const signedAttributes = [...usualAttributes, attribute("1.2.3.4", oid("1.2.3"))];
    expect(check({ signedAttributes }).faults).toEqual([]);
  });
});

const usualAttributes = [contentTypeAttribute(data), messageDigestAttribute(digestBy("sha256"))];
const [contentType, messageDigest] = usualAttributes;
const [first, second] = [contentType, messageDigest].map((entry) => valueAt(entry ?? Buffer.of(), 1, 0));
const twice = (type: string, entry: Buffer = Buffer.of()) => attribute(type, entry, entry);

describe("the signed attributes", () => {
  test.each<[string, Buffer[], string[]]>([
    [
      "are not those of the content's type",
      [contentTypeAttribute("1.2.3"), ...usualAttributes.slice(1)],
      ["content-type"],
    ],
    ["name no type", usualAttributes.slice(1), ["content-type"]],
    ["name the type twice", [...usualAttributes, ...usualAttributes.slice(0, 1)], ["content-type"]],
    [
      "hold the type twice",
      [twice("1.2.840.113549.1.9.3", first), ...usualAttributes.slice(1)],
      ["content-type"],
    ],
    [
      "hold another digest",
      [...usualAttributes.slice(0, 1), messageDigestAttribute(digestBy("sha1"))],
      ["message-digest"],
    ],
    ["hold no digest", usualAttributes.slice(0, 1), ["message-digest"]],
    ["hold two digests", [...usualAttributes, messageDigestAttribute(digestBy("sha1"))], ["message-digest"]],
    [
      "hold the digest twice",
      [...usualAttributes.slice(0, 1), twice("1.2.840.113549.1.9.4", second)],
      ["message-digest"],
    ],
    ["are others", [attribute("1.2.3.4", oid("1.2.3"))], ["content-type", "message-digest"]],
  ])("%s", (_, signedAttributes, faults) => {
    expect(check({ signedAttributes }).faults).toEqual(faults);
  });

  test("are missing, so that the signature could be for the content alone", () => {
    const signature = sign("sha256", content, createPrivateKey(p256.keyPem));
    const der = signerInfo({ signer: p256, signature }, { type: data, content: octets(content) });
    const parts = [0, 1, 2, 4, 5].map((index) => valueAt(der, index));
    const info = readSignerInfo(value(0x30, ...parts));
    const certificates = [new X509Certificate(derOf(p256))];
    if (!info) throw new Error("no SignerInfo in DER");
    expect(checkSigner(info, { type: data, octets: content }, certificates).faults).toEqual([
      "content-type",
      "message-digest",
      "signature",
    ]);
  });
});

describe("the signature", () => {
  const key = createPrivateKey(rsa2048.keyPem);
  const message = set(...usualAttributes);
  const byRsa = sign("sha256", message, key);
  const pss = sign("sha256", message, { key, padding: constants.RSA_PKCS1_PSS_PADDING });

  test.each<[string, Partial<SignerParts>]>([
    ["is by another key", { signer: p256, signature: sign("sha256", message, p384.keyPem) }],
    ["is for other attributes", { message: set(contentTypeAttribute(data)) }],
    [
      "is for the attributes under the tag that they have inside",
      { message: value(0xa0, ...usualAttributes) },
    ],
    ["is with another hash", { signature: sign("sha384", message, p256.keyPem) }],
    ["is empty", { signature: Buffer.of() }],
    ["is no signature at all", { signature: Buffer.from("none") }],
    [
      "has something after it",
      { signature: Buffer.concat([sign("sha256", message, p256.keyPem), Buffer.of(0)]) },
    ],
    [
      "is of r and s side by side",
      { signature: sign("sha256", message, { key: p256.keyPem, dsaEncoding: "ieee-p1363" }) },
    ],
    ["is by RSA and too short", { signer: rsa2048, signature: byRsa.subarray(1) }],
    ["is by RSA with a zero before it", { signer: rsa2048, signature: Buffer.concat([Buffer.of(0), byRsa]) }],
    ["is RSA-PSS in the place of PKCS#1", { signer: rsa2048, signature: pss }],
  ])("%s", (_, odd) => {
    expect(check(odd).faults).toEqual(["signature"]);
  });
});

describe("the algorithm of the signature does not fit, where it is", () => {
  const none = Buffer.of();
  test.each<[string, Partial<SignerParts>]>([
    ["RSA-PSS", { signer: rsa2048, signatureAlgorithm: algorithm("1.2.840.113549.1.1.10") }],
    ["RSA with another hash", { signer: rsa2048, signatureAlgorithm: algorithm(rsaWithOid("sha384")) }],
    ["RSA with MD5", { signer: rsa2048, signatureAlgorithm: algorithm("1.2.840.113549.1.1.4") }],
    ["RSA for a key on a curve", { signatureAlgorithm: algorithm(rsaOid) }],
    [
      "ECDSA for an RSA key",
      { signer: rsa2048, signatureAlgorithm: algorithm(ecdsaWithOid("sha256"), none) },
    ],
    ["ECDSA with another hash", { signatureAlgorithm: algorithm(ecdsaWithOid("sha384"), none) }],
    ["ECDSA without a hash", { signatureAlgorithm: algorithm("1.2.840.10045.2.1", none) }],
    ["Ed25519", { signer: byEd25519, signature: none, signatureAlgorithm: algorithm("1.3.101.112", none) }],
  ])("%s", (_, odd) => {
    expect(check(odd).faults).toEqual(["signature-algorithm"]);
  });
});

describe("the hash", () => {
  test.each([
    ["MD5", "1.2.840.113549.2.5"],
    ["SHA3-256", "2.16.840.1.101.3.4.2.8"],
    ["that of a signature", ecdsaWithOid("sha256")],
  ])("is not known or not trusted: %s", (_, type) => {
    expect(check({ hashAlgorithm: algorithm(type) })).toMatchObject({ hash: null, faults: ["hash-unknown"] });
  });

  test("is another one than that of the digest and the signature", () => {
    expect(check({ hashAlgorithm: algorithm(hashOids.sha384) }).faults).toEqual([
      "message-digest",
      "signature-algorithm",
    ]);
  });
});

test("without its certificate a signature cannot be checked, but for its content", () => {
  expect(check({}, [intermediate])).toEqual({
    certificate: null,
    hash: "sha256",
    faults: ["certificate-missing"],
  });
  expect(check({ signedAttributes: [contentTypeAttribute(data)] }, []).faults).toEqual([
    "certificate-missing",
    "message-digest",
  ]);
});
