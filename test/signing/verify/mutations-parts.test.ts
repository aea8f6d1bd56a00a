import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { resigned } from "../certificates/resign.ts";
import { attribute, inBrackets, nothing, set, value } from "../cms/der-writer.ts";
import { replaced } from "../cms/replaced.ts";
import { derOf, issuerAndSerial } from "../cms/signed-data.ts";
import { contentOf, valueAt, valuesIn } from "../oracles/der.ts";
import { withSignature } from "../oracles/samples.ts";
import { issue, makeRoot } from "../pki.ts";
import { intermediate, signatureFor, signers, text, timestampAuthority } from "./scripts.ts";
import { counterSignature, counterSignatureOid, signatureBy, tokenFor, tokenOid } from "./stamps.ts";
import { acceptedByEach, signedSubject } from "./subjects.ts";

const { p256, p384 } = signers;
const plain = await signedSubject(p256, { stamped: false });

// Everything of the same name as in the real hierarchy, made by somebody else.
const falseRoot = await makeRoot({ name: "Test Root" });
const falseIssuer = await issue(falseRoot, { name: "Test Intermediate", ca: true });
const falseSigner = await issue(falseIssuer, { name: "Test Signer p256" });
const number = new X509Certificate(p256.certificatePem).serialNumber;
const sameNumber = ["-set_serial", `0x${number}`];
const falseTwin = await resigned(falseSigner, falseIssuer, sameNumber);
const borrowed = await issue(falseIssuer, { name: "Test Signer p256", key: p256 });
const falseTwinOfItsKey = await resigned(borrowed, falseIssuer, sameNumber);
const renewed = await issue(intermediate, { name: "Test Signer p256", key: p256 });

const ways = {
  content: [1, 0, 2, 1, 0],
  certificates: [1, 0, 3],
  signers: [1, 0, 4],
  signer: [1, 0, 4, 0],
  name: [1, 0, 4, 0, 1],
  attributes: [1, 0, 4, 0, 3],
  signature: [1, 0, 4, 0, 5],
};
type Way = keyof typeof ways;

const otherScript = signatureFor("exit\r\n");
const otherSigner = signatureFor(text, { signer: p384 });
const [leaf, issuer] = [derOf(p256), derOf(intermediate)];
const octets = contentOf(valueAt(plain.der, ...ways.signature));

/** Gives the signature with some of its parts from another one. */
function spliced(other: Buffer, ...parts: Way[]): Buffer {
  return parts.reduce(
    (der, part) => replaced(der, ways[part], () => valueAt(other, ...ways[part])),
    plain.der,
  );
}

/** Gives the signature with these certificates in place of its own. */
function holding(...certificates: Buffer[]): Buffer {
  return replaced(plain.der, ways.certificates, () =>
    inBrackets(0, ...certificates.toSorted(Buffer.compare)),
  );
}

/** Gives the signature with these attributes beside it. */
function beside(...attributes: Buffer[]): Buffer {
  const added = inBrackets(1, contentOf(set(...attributes)));
  return replaced(plain.der, ways.signer, (signer) => value(0x30, contentOf(signer), added));
}

describe("of a signature no part can be that of another", () => {
  test.each<[string, Buffer]>([
    ["all of it, by the same signer for another script", otherScript],
    ["what is signed", spliced(otherScript, "content")],
    ["the signed attributes", spliced(otherScript, "attributes")],
    ["the octets of the signature", spliced(otherScript, "signature")],
    ["attributes and octets", spliced(otherScript, "attributes", "signature")],
    ["what is signed, attributes and octets", spliced(otherScript, "content", "attributes", "signature")],
    ["the signer's part, by another signer of the same issuer", spliced(otherSigner, "signer")],
    ["the signer's name", spliced(otherSigner, "name")],
    ["the certificates", spliced(otherSigner, "certificates")],
    ["the octets, by another signer", spliced(otherSigner, "signature")],
    [
      "a signer more",
      replaced(plain.der, ways.signers, (all) => set(contentOf(all), valueAt(otherSigner, ...ways.signer))),
    ],
    [
      "the same signer twice",
      replaced(plain.der, ways.signers, (all) => value(0x31, contentOf(all), contentOf(all))),
    ],
  ])("%s", (_, der) => {
    expect(acceptedByEach(withSignature(plain.script, der), plain)).toEqual([]);
  });
});

describe("the certificates cannot be others", () => {
  test.each<[string, Buffer]>([
    ["none at all", holding()],
    ["without the signer's", holding(issuer)],
    ["only another signer's", holding(derOf(p384), issuer)],
    ["another signer's too", holding(leaf, derOf(p384), issuer)],
    ["the signer's twice", holding(leaf, leaf, issuer)],
    ["all of the same names, by somebody else", holding(derOf(falseSigner), derOf(falseIssuer))],
    ["of the same names and number, with another key", holding(derOf(falseTwin), derOf(falseIssuer))],
    [
      "of the same names, number and key, by somebody else",
      holding(derOf(falseTwinOfItsKey), derOf(falseIssuer)),
    ],
    ["the same twin under the real issuer", holding(derOf(falseTwinOfItsKey), issuer)],
    ["the real one and its twin", holding(leaf, derOf(falseTwinOfItsKey), issuer)],
    [
      "the real one and its twin with their issuers",
      holding(leaf, issuer, derOf(falseTwinOfItsKey), derOf(falseIssuer)),
    ],
    ["an issuer of the same name, with another key", holding(leaf, derOf(falseIssuer))],
    ["both issuers of that name", holding(leaf, issuer, derOf(falseIssuer))],
    ["a root of the same name, with another key", holding(leaf, issuer, derOf(falseRoot))],
    ["a timestamp authority's too", holding(leaf, issuer, derOf(timestampAuthority))],
  ])("%s", (_, der) => {
    expect(acceptedByEach(withSignature(plain.script, der), plain)).toEqual([]);
  });

  test("a signature that somebody else made, all of the same names", () => {
    for (const signer of [falseSigner, falseTwin, falseTwinOfItsKey]) {
      const der = signatureFor(text, { signer, certificates: [derOf(signer), derOf(falseIssuer)] });
      expect(acceptedByEach(withSignature(plain.script, der), plain)).toEqual([]);
    }
  });

  test("that of the same key under another number is another certificate for a pin, and as good for a root", () => {
    const der = replaced(holding(derOf(renewed), issuer), ways.name, () => issuerAndSerial(renewed));
    expect(acceptedByEach(withSignature(plain.script, der), plain)).toEqual(["root"]);
  });
});

describe("nothing can be put beside a signature", () => {
  const nested = (der: Buffer) => beside(attribute("1.3.6.1.4.1.311.2.4.1", der));
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ["a second signature", () => nested(otherSigner)],
    ["itself", () => nested(plain.der)],
    ["an attribute of no meaning", () => beside(attribute("1.2.3.4", nothing))],
    ["a timestamp that is none", () => beside(attribute(tokenOid, nothing))],
    [
      "the timestamp of another signature",
      async () => beside(attribute(tokenOid, await tokenFor(signatureBy(p384)))),
    ],
    [
      "a timestamp by somebody else",
      async () => beside(attribute(tokenOid, await tokenFor(octets, { authority: await falseAuthority() }))),
    ],
    [
      "a counter-signature without its certificate",
      async () => beside(attribute(counterSignatureOid, await counterSignature(octets))),
    ],
    [
      "two timestamps",
      async () =>
        beside(attribute(tokenOid, await tokenFor(octets)), attribute(tokenOid, await tokenFor(octets))),
    ],
    [
      "a timestamp and an attribute",
      async () => beside(attribute(tokenOid, await tokenFor(octets)), attribute("1.2.3.4", nothing)),
    ],
  ])("%s", async (_, make) => {
    expect(acceptedByEach(withSignature(plain.script, await make()), plain)).toEqual([]);
  });

  const falseAuthority = async () =>
    issue(await makeRoot({ name: "Test Timestamp Root" }), {
      name: "Test Timestamp Authority",
      usage: "timeStamping",
    });
});

test("the parts of the signature are where they are looked for", () => {
  expect(valuesIn(contentOf(valueAt(plain.der, ...ways.signer)))).toHaveLength(6);
  expect(spliced(plain.der, ...(["content", "certificates", "signers"] as const))).toEqual(plain.der);
  expect(acceptedByEach(withSignature(plain.script, holding(leaf, issuer)), plain)).toEqual([
    "root",
    "pin",
    "both",
  ]);
});
