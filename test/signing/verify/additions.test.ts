import { describe, expect, test } from "vitest";
import { attribute, inBrackets, nothing, octets, oid, sequence } from "../cms/der-writer.ts";
import { chainOf, derOf, type SignedDataParts } from "../cms/signed-data.ts";
import { signByOsslsigncode, verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { issue, makeRoot } from "../pki.ts";
import { installTools } from "../tools.ts";
import {
  certificate,
  codesOf,
  intermediate,
  root,
  signatureFor,
  signedScript,
  signers,
  text,
  timestampAuthority,
  usual,
  verify,
  withBlock,
} from "./scripts.ts";

await installTools();
const { p256, p384 } = signers;
const stranger = await makeRoot({ name: "Stranger" });
const namesake = await issue(root, { name: "Test Intermediate", ca: true });
const findingsOf = (odd: Partial<SignedDataParts>) => verify(signedScript(odd)).findings;

describe("a second signature inside the first", () => {
  test("is found, where osslsigncode put it there and accepts both", async () => {
    const once = await signByOsslsigncode(Buffer.from(text), { signer: p256 });
    const twice = await signByOsslsigncode(once, { signer: p384, hash: "sha384", options: ["-nest"] });
    expect(await verifyByOsslsigncode(twice, { root })).toMatchObject({ ok: true });
    expect(codesOf(once)).toEqual([]);
    expect(codesOf(twice)).toEqual(["nested-signature"]);
  });

  test("is found, though it is one of the same signer for the same text", () => {
    const nested = attribute("1.3.6.1.4.1.311.2.4.1", signatureFor(text));
    expect(codesOf(signedScript({ unsignedAttributes: [nested] }))).toEqual(["nested-signature"]);
  });
});

describe("attributes beside the signature", () => {
  const note = (type: string) => attribute(type, octets(Buffer.from("a note")));

  test("are told by their type, each once", () => {
    const unsignedAttributes = [note("1.2.3.4"), attribute("1.2.3.4", oid("1.2.3")), note("1.2.3.5")];
    expect(findingsOf({ unsignedAttributes }).map(({ facts }) => facts)).toEqual([
      { oid: "1.2.3.4" },
      { oid: "1.2.3.5" },
    ]);
  });

  test("of a type that belongs under the signature are no less strange", () => {
    const messageDigest = note("1.2.840.113549.1.9.4");
    expect(codesOf(signedScript({ unsignedAttributes: [messageDigest] }))).toEqual(["unknown-attribute"]);
  });

  test("are told in part where they are very many", () => {
    const unsignedAttributes = Array.from({ length: 1000 }, (_, index) => note(`1.2.3.${index}`));
    const nested = attribute("1.3.6.1.4.1.311.2.4.1", signatureFor(text));
    expect(findingsOf({ unsignedAttributes: [...unsignedAttributes, nested] })).toHaveLength(10);
  });
});

describe("a certificate that nobody needs is found:", () => {
  const more = (...added: Buffer[]) => signedScript({ certificates: [...chainOf(p256), ...added] });

  test.each<[string, Buffer, string]>([
    ["another signer's of the same issuer", derOf(p384), "CN=Test Signer p384"],
    [
      "a timestamp authority's, without a timestamp",
      derOf(timestampAuthority),
      "CN=Test Timestamp Authority",
    ],
    ["of a stranger", derOf(stranger), "CN=Stranger"],
    ["of the issuer's name, with another key", derOf(namesake), "CN=Test Intermediate"],
  ])("%s", (_, added, subject) => {
    expect(verify(more(added)).findings).toEqual([{ code: "certificate-unused", facts: { subject } }]);
  });

  test("each of several", () => {
    expect(codesOf(more(derOf(p384), derOf(timestampAuthority)))).toEqual([
      "certificate-unused",
      "certificate-unused",
    ]);
  });

  test("but not the root, which some signers add", () => {
    expect(codesOf(more(derOf(root)))).toEqual([]);
  });

  test("nor a second one for the issuer's key, as after a renewal", async () => {
    const renewed = await issue(root, { name: "Test Intermediate", ca: true, key: intermediate });
    expect(codesOf(more(derOf(renewed)))).toEqual([]);
  });
});

describe("what else may stand where the certificates do is found:", () => {
  const attributeCertificate = inBrackets(1, sequence());
  test.each<[string, Partial<SignedDataParts>]>([
    ["a certificate of attributes", { certificates: [...chainOf(p256), attributeCertificate] }],
    ["a sequence that is no certificate", { certificates: [...chainOf(p256), sequence(oid("1.2.3"))] }],
    [
      "a certificate that is cut short",
      { certificates: [...chainOf(p256), sequence(derOf(p384).subarray(4, 200))] },
    ],
    ["a certificate twice", { certificates: [...chainOf(p256), derOf(p256)] }],
    ["a list of revocations", { revocationLists: [sequence()] }],
    ["an empty set of such lists", { revocationLists: [] }],
    ["parameters of a hash", { algorithms: [sequence(oid("2.16.840.1.101.3.4.2.1"), octets(Buffer.of(1)))] }],
    [
      "parameters of the signer's hash",
      { hashAlgorithm: sequence(oid("2.16.840.1.101.3.4.2.1"), sequence()) },
    ],
    ["parameters of the signature", { signatureAlgorithm: sequence(oid("1.2.840.10045.4.3.2"), sequence()) }],
  ])("%s", (_, odd) => {
    expect(codesOf(signedScript(odd))).toContain("unknown-content");
  });

  test("thousands of certificates, without a look at all of them", () => {
    const many = Array.from({ length: 5000 }, (_, index) => sequence(oid(`1.2.3.${index}`)));
    expect(codesOf(signedScript({ certificates: [...chainOf(p256), ...many] }))).toContain("unknown-content");
  });
});

test("certificates are in the order of their bytes, or it is no signature", () => {
  const [first = nothing, second = nothing] = chainOf(p256).toSorted(Buffer.compare);
  const sorted = signatureFor(text);
  const at = sorted.indexOf(first);
  const swapped = Buffer.concat([
    sorted.subarray(0, at),
    second,
    first,
    sorted.subarray(at + first.length + second.length),
  ]);
  expect(swapped.length).toBe(sorted.length);
  expect(codesOf(withBlock(text, swapped))).toEqual(["signature-unreadable"]);
});

test("one certificate that is its own root is enough", async () => {
  const alone = await makeRoot({ name: "Alone", usage: "codeSigning", ca: false });
  const script = signedScript({ signer: alone, certificates: [derOf(alone)] });
  expect(codesOf(script, { ...usual, roots: [certificate(alone)] })).toEqual([]);
});
