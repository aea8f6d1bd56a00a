import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PortkeepError } from "../../../src/errors.ts";
import { isNamedBy, issuerAndSerialOf } from "../../../src/signing/cms/signer-identifier.ts";
import { ofVersion1 } from "../certificates/resign.ts";
import { contentOf, valueAt } from "../oracles/der.ts";
import { type Issued, issue, makeRoot, pki } from "../pki.ts";
import { sequence, value } from "./der-writer.ts";
import { derOf, issuerAndSerial, keyIdentifier } from "./signed-data.ts";

const { intermediate, signers } = await pki();
const certificate = (issued: Issued) => new X509Certificate(derOf(issued));
const isNamed = (identifier: Buffer, issued: Issued) =>
  isNamedBy(new Uint8Array(identifier).buffer, certificate(issued));

describe("by issuer and number a certificate is named", () => {
  test("as openssl names it in a signature", () => {
    expect(Buffer.from(issuerAndSerialOf(certificate(signers.p256)))).toEqual(issuerAndSerial(signers.p256));
    expect(isNamed(issuerAndSerial(signers.p256), signers.p256)).toBe(true);
  });

  test("whatever letters its issuer's name has, and whatever their type of string", async () => {
    const issuer = await makeRoot({ name: "Zertifizierungsstelle f\u00fcr \u4e2d\u6587 + , \\ test" });
    const leaf = await issue(issuer);
    expect(isNamed(issuerAndSerial(leaf), leaf)).toBe(true);
  });

  test("where it is of version 1, which it does not say", async () => {
    const old = await ofVersion1(await makeRoot());
    const identifier = sequence(valueAt(derOf(old), 0, 2), valueAt(derOf(old), 0, 0));
    expect(Buffer.from(issuerAndSerialOf(certificate(old)))).toEqual(identifier);
    expect(isNamed(identifier, old)).toBe(true);
  });

  test.each<[string, (issuer: Buffer, number: Buffer) => Buffer]>([
    ["with another number", (issuer, number) => sequence(issuer, value(2, contentOf(number), Buffer.of(0)))],
    [
      "with a zero before the number",
      (issuer, number) => sequence(issuer, value(2, Buffer.of(0), contentOf(number))),
    ],
    ["of another issuer", (_, number) => sequence(valueAt(derOf(signers.p256), 0, 5), number)],
    ["the other way round", (issuer, number) => sequence(number, issuer)],
    ["with something after it", (issuer, number) => sequence(issuer, number, number)],
    ["without a number", (issuer) => sequence(issuer)],
  ])("but not %s", (_, identifier) => {
    const der = derOf(signers.p256);
    expect(isNamed(identifier(valueAt(der, 0, 3), valueAt(der, 0, 1)), signers.p256)).toBe(false);
  });

  test("alone, and no other certificate of that issuer", () => {
    expect(isNamed(issuerAndSerial(signers.p256), signers.p384)).toBe(false);
    expect(isNamed(issuerAndSerial(signers.p256), intermediate)).toBe(false);
  });
});

describe("by the identifier of its key a certificate is named", () => {
  test("where it holds it", () => {
    expect(isNamed(keyIdentifier(signers.p256), signers.p256)).toBe(true);
    expect(isNamed(keyIdentifier(signers.p256), signers.p384)).toBe(false);
  });

  test("alone", () => {
    expect(isNamed(value(0x80, contentOf(keyIdentifier(signers.p256)).subarray(1)), signers.p256)).toBe(
      false,
    );
    expect(isNamed(value(0xa0, contentOf(keyIdentifier(signers.p256))), signers.p256)).toBe(false);
  });

  test("but not where it holds none, even by an empty one", async () => {
    const bare = await issue(intermediate, { extensions: { subjectKeyIdentifier: "none" } });
    expect(isNamed(keyIdentifier(bare), bare)).toBe(false);
    expect(isNamed(value(0x80), bare)).toBe(false);
  });

  test("but not where what it holds cannot be read", async () => {
    const odd = await issue(intermediate, {
      extensions: { subjectKeyIdentifier: "DER:0500" },
    });
    expect(isNamed(value(0x80, Buffer.of(5, 0)), odd)).toBe(false);
  });
});

test("nothing and nonsense name no certificate", () => {
  for (const identifier of [Buffer.of(), Buffer.of(0x30), Buffer.of(5, 0), Buffer.of(0x80, 0)]) {
    expect(isNamed(identifier, signers.p256)).toBe(false);
  }
});

test("a certificate that is not in DER has no name by which a signature could name it", () => {
  const raw = Buffer.concat([derOf(signers.p256), Buffer.of(0)]);
  const broken = Object.create(certificate(signers.p256), { raw: { value: raw } });
  expect(() => issuerAndSerialOf(broken)).toThrow(new PortkeepError("certificate-unreadable", {}));
});
