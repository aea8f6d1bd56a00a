import { describe, expect, test } from "vitest";
import { developmentName } from "../../../src/signing/certificates/development.ts";
import type { VerifyOptions } from "../../../src/signing/verify/verify.ts";
import { generate } from "../certificates/generated.ts";
import { chainOf, derOf } from "../cms/signed-data.ts";
import { type CertificateOptions, type Issued, issue, makeRoot } from "../pki.ts";
import {
  certificate,
  codesOf,
  intermediate,
  root,
  sha256Of,
  signedScript,
  signers,
  verify,
} from "./scripts.ts";

const { p256, p384 } = signers;
const stranger = await makeRoot({ name: "Stranger" });
const signed = signedScript();
const roots = [certificate(root)];
const strangers = [certificate(stranger)];
const pin = sha256Of(p256);
const otherPin = sha256Of(p384);

describe("who signed is judged", () => {
  test.each<[string, Partial<VerifyOptions>, string[]]>([
    ["by a root", { roots }, []],
    ["by one of several roots", { roots: [...strangers, ...roots] }, []],
    ["by a root that is another", { roots: strangers }, ["chain"]],
    ["by the issuer, given for a root", { roots: [certificate(intermediate)] }, []],
    ["by the signer's certificate, given for a root", { roots: [certificate(p256)] }, []],
    ["by a pin", { roots: [], signer: pin }, []],
    ["by a pin that is another", { roots: [], signer: otherPin }, ["other-signer"]],
    ["by the issuer's pin", { roots: [], signer: sha256Of(intermediate) }, ["other-signer"]],
    ["by root and pin", { roots, signer: pin }, []],
    ["by a root and another pin", { roots, signer: otherPin }, ["other-signer"]],
    ["by another root and a pin", { roots: strangers, signer: pin }, ["chain"]],
    ["by another root and another pin", { roots: strangers, signer: otherPin }, ["chain", "other-signer"]],
    ["by nothing", { roots: [] }, ["signer-not-judged"]],
    ["not at all", { roots: [], integrityOnly: true }, []],
  ])("%s", (_, options, codes) => {
    expect(codesOf(signed, options)).toEqual(codes);
  });

  test("by the SHA-256 of the certificate, which is told", () => {
    expect(verify(signed, { signer: otherPin }).findings).toEqual([
      { code: "other-signer", facts: { wanted: otherPin, found: pin } },
    ]);
  });
});

describe("a signer's certificate is not accepted", () => {
  const of = (options: CertificateOptions) => issue(intermediate, options);
  test.each<[string, () => Promise<Issued>, string]>([
    ["that has expired", () => of({ notAfter: new Date("2024-12-31") }), "expired"],
    ["that is not valid yet", () => of({ notBefore: new Date("2025-01-02") }), "not-yet-valid"],
    ["for servers", () => of({ usage: "serverAuth" }), "usage-not-allowed"],
    ["for no usage in particular", () => of({ usage: "none" }), "usage-not-allowed"],
    ["for any usage", () => of({ usage: "anyExtendedKeyUsage" }), "usage-not-allowed"],
    ["for encryption", () => of({ extensions: { keyUsage: "critical,keyEncipherment" } }), "may-not-sign"],
    [
      "with a condition that nobody here judges",
      () => of({ extensions: { "1.2.3.4": "critical,ASN1:NULL" } }),
      "critical-extension",
    ],
    ["with a short key", () => of({ key: "rsa512" }), "weak-key"],
  ])("%s, by a root or by a pin", async (_, make, code) => {
    const signer = await make();
    const script = signedScript({ signer });
    for (const options of [{ roots }, { roots: [], signer: sha256Of(signer) }]) {
      expect(verify(script, options).findings).toEqual([
        {
          code: "chain",
          facts: {
            fault: expect.objectContaining({ code, index: 0 }),
            subject: "CN=Test Signer",
            at: "2025-01-01T00:00:00.000Z",
          },
        },
      ]);
    }
    expect(codesOf(script, { roots: [], integrityOnly: true })).toEqual([]);
  });
});

describe("the way to a root", () => {
  test("may lead over an issuer that is nowhere but among the roots", () => {
    const alone = signedScript({ certificates: [derOf(p256)] });
    expect(codesOf(alone)).toEqual(["chain"]);
    expect(codesOf(alone, { roots: [...roots, certificate(intermediate)] })).toEqual([]);
    expect(codesOf(alone, { roots: [], signer: pin })).toEqual([]);
  });

  test("does not lead over somebody who is no authority", async () => {
    const signer = await issue(p384, { name: "By a signer" });
    const script = signedScript({ signer, certificates: chainOf(signer) });
    expect(verify(script).findings).toContainEqual({
      code: "chain",
      facts: expect.objectContaining({ fault: { code: "not-an-authority", facts: {}, index: 1 } }),
    });
  });

  test("with a certificate by SHA-1 is found, unless that is allowed or only the pin counts", async () => {
    const signer = await issue(intermediate, { hash: "sha1" });
    const script = signedScript({ signer });
    expect(codesOf(script)).toEqual(["hash-weak"]);
    expect(codesOf(script, { allowSha1: true })).toEqual([]);
    expect(codesOf(script, { roots: [], signer: sha256Of(signer) })).toEqual([]);
    expect(codesOf(script, { roots: [], integrityOnly: true })).toEqual([]);
  });
});

describe("a development certificate is not accepted", () => {
  test("whatever root or pin is given, and not even for the text alone", async () => {
    const signer = await makeRoot({ name: developmentName, usage: "codeSigning", ca: false });
    const script = signedScript({ signer, certificates: [derOf(signer)] });
    for (const options of [
      { roots: [certificate(signer)] },
      { roots: [], signer: sha256Of(signer) },
      { roots: [], integrityOnly: true },
    ]) {
      expect(codesOf(script, options)).toEqual(["development-certificate"]);
    }
  });

  test("nor one that a development certificate has issued", async () => {
    const signer = await issue(await makeRoot({ name: developmentName }));
    expect(codesOf(signedScript({ signer }), { roots: [], signer: sha256Of(signer) })).toEqual([
      "development-certificate",
    ]);
  });
});

describe("names in certificates", () => {
  test("may be missing", async () => {
    const nameless = await generate({ subject: "", issuer: "" });
    const added = signedScript({ certificates: [...chainOf(p256), nameless.raw] });
    expect(verify(added).findings).toEqual([{ code: "certificate-unused", facts: { subject: "" } }]);
  });

  test("may be missing in the signer's", async () => {
    const signer = await issue(intermediate, { name: "", notAfter: new Date("2024-01-01") });
    expect(certificate(signer).subject).toBeUndefined();
    expect(verify(signedScript({ signer })).findings).toMatchObject([
      { code: "chain", facts: { subject: "" } },
    ]);
  });

  test("are told in one line and not at any length", async () => {
    const name = `O=${"x".repeat(50)}, `.repeat(20).slice(0, -2);
    const long = await generate({ subject: name });
    expect(verify(signedScript({ certificates: [...chainOf(p256), long.raw] })).findings).toEqual([
      { code: "certificate-unused", facts: { subject: name.slice(0, 200) } },
    ]);
  });
});
