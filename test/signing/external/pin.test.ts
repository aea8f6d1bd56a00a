import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Chain, chainOf, subjectOf } from "../../../src/signing/external/pin.ts";
import { issue, pki } from "../pki.ts";

const { root, intermediate, signers } = await pki();
const certificate = (pem: string) => new X509Certificate(pem);
const leaf = certificate(signers.p256.certificatePem);
const other = certificate(signers.p384.certificatePem);
const between = certificate(intermediate.certificatePem);
const top = certificate(root.certificatePem);

const base64 = (...certificates: X509Certificate[]) => certificates.map(({ raw }) => raw.toString("base64"));
const names = (chain: Chain) => chain.map(subjectOf);
const refusal = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    const { code, facts } = error as { code: string; facts: object };
    return { code, facts };
  }
};

describe("the certificates of an answer", () => {
  test("are those pinned, where it brings none or the same", () => {
    const pin = { chain: [leaf, between] } as const;
    expect(chainOf(null, pin)).toBe(pin.chain);
    expect(chainOf(base64(leaf), pin)).toBe(pin.chain);
  });

  test("are those that it brings, in their order and without the root", () => {
    expect(names(chainOf(base64(leaf, between, top), null))).toEqual([
      "CN=Test Signer p256",
      "CN=Test Intermediate",
    ]);
  });

  test("are those that it brings, where the pinned subject is the signer's", () => {
    const pin = { subject: "CN=Test Signer p256" };
    expect(names(chainOf(base64(leaf, between), pin))).toEqual([pin.subject, "CN=Test Intermediate"]);
  });

  test("are one alone, where the signer's signs itself", () => {
    expect(names(chainOf(base64(top), null))).toEqual(["CN=Test Root"]);
  });
});

describe("they are refused", () => {
  test.each([null, { subject: "CN=Test Signer p256" }])("where there are none (%j)", (pin) => {
    expect(refusal(() => chainOf(null, pin))).toEqual({ code: "sign-certificate-missing", facts: {} });
  });

  test("where the signer's is not the pinned one, and both are named", () => {
    const { code, facts } = refusal(() => chainOf(base64(other, between), { chain: [leaf, between] })) ?? {};
    expect(code).toBe("sign-certificate-other");
    expect(facts).toEqual({
      wanted: { subject: "CN=Test Signer p256", sha256: expect.stringMatching(/^[\da-f]{64}$/) },
      found: { subject: "CN=Test Signer p384", sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    });
  });

  test("where it is another one of the same subject", async () => {
    const twin = certificate((await issue(intermediate, { name: "Test Signer p256" })).certificatePem);
    expect(refusal(() => chainOf(base64(twin), { chain: [leaf] }))?.code).toBe("sign-certificate-other");
  });

  test.each(["CN=Test Signer", "Test Signer p256", "cn=test signer p256", ""])(
    "where its subject is not the pinned one, %j",
    (subject) => {
      expect(refusal(() => chainOf(base64(leaf), { subject }))).toEqual({
        code: "sign-subject-other",
        facts: { wanted: subject, found: "CN=Test Signer p256" },
      });
    },
  );

  test.each([
    ["nothing", [""], 1],
    ["no base64", ["%%%"], 1],
    ["no certificate", ["AAAA"], 1],
    ["a part of one", [leaf.raw.subarray(0, 100).toString("base64")], 1],
    ["no certificate at the second place", [...base64(leaf), "AAAA"], 2],
  ])("where one is %s", (_, certificates, place) => {
    expect(refusal(() => chainOf(certificates, null))).toEqual({
      code: "sign-certificate-unreadable",
      facts: { place },
    });
  });
});

test("a subject is one line, in which no part can pass for two", async () => {
  const odd = await issue(intermediate, { name: "A, O=B" });
  expect(subjectOf(certificate(odd.certificatePem))).toBe(String.raw`CN=A\, O=B`);
});
