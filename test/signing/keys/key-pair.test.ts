import { createPrivateKey, X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { chainOfSigner, pairKey } from "../../../src/signing/keys/key-pair.ts";
import { type CertificateOptions, type Issued, issue, makeRoot, pki } from "../pki.ts";

const { root, intermediate, signers } = await pki();
const leaf = signers.p256;
const at = new Date("2025-01-01T00:00:00Z");

const certificate = ({ certificatePem }: Issued) => new X509Certificate(certificatePem);
const pair = (owner: Issued, others: Issued[], hash: "sha256" | "sha384" | "sha1" = "sha256") =>
  pairKey({ key: createPrivateKey(owner.keyPem), certificates: others.map(certificate) }, { hash, at });
const summary = (owner: Issued, others: Issued[]) => {
  const { chain, warnings } = pair(owner, others);
  return [chain.map(({ subject }) => subject.replace("CN=", "")), warnings.map(({ code }) => code)];
};
const thrown = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    const { code, facts } = error as { code: string; facts: object };
    return [code, facts];
  }
  return null;
};

describe("the chain", () => {
  const whole = ["Test Signer p256", "Test Intermediate"];

  test.each([
    ["in order", [leaf, intermediate, root]],
    ["in another order", [root, intermediate, leaf]],
    ["without the root", [intermediate, leaf]],
    ["among others", [signers.p384, root, signers.rsa2048, intermediate, leaf]],
    ["some of them twice", [leaf, leaf, intermediate, root, root]],
  ])("goes from the signer upwards, and leaves the root out, where certificates are given %s", (_, given) => {
    expect(summary(leaf, given)).toEqual([whole, []]);
  });

  test("is the certificate alone where a root issued it, or signed itself", async () => {
    const direct = await issue(root);
    const alone = await makeRoot({ name: "Alone", ca: false, usage: "codeSigning" });
    expect(summary(direct, [root, direct])).toEqual([["Test Signer"], []]);
    expect(summary(alone, [alone])).toEqual([["Alone"], []]);
  });

  test("that ends with the signer's certificate is worth a warning", () => {
    const { chain, warnings } = pair(leaf, [leaf, root]);
    expect(chain.map(({ subject }) => subject)).toEqual(["CN=Test Signer p256"]);
    expect(warnings).toEqual([{ code: "issuer-missing", facts: { issuer: "CN=Test Intermediate" } }]);
  });

  test("that is spoilt above the signer's certificate is worth a warning", async () => {
    const old = await issue(root, { name: "Old", ca: true, notAfter: new Date("2024-01-01T00:00:00Z") });
    const { warnings } = pair(await signedBy(old), [await signedBy(old), old, root]);
    const fault = { code: "expired", facts: { until: "2024-01-01T00:00:00.000Z" }, index: 1 };
    expect(warnings).toEqual([{ code: "issuer-unfit", facts: { subject: "CN=Old", fault } }]);
  });

  test("that is signed by SHA-1 is worth a warning", async () => {
    const old = await issue(root, { name: "Old", hash: "sha1" });
    expect(pair(old, [old, root]).warnings).toEqual([
      { code: "sha1-certificate", facts: { subject: "CN=Old" } },
    ]);
  });

  const made = new Map<Issued, Promise<Issued>>();
  function signedBy(parent: Issued): Promise<Issued> {
    const known = made.get(parent) ?? issue(parent);
    made.set(parent, known);
    return known;
  }
});

describe("of two certificates of a key", () => {
  test.each([
    ["that is still valid", { notAfter: new Date("2024-06-01T00:00:00Z") }],
    [
      "that is valid already",
      { notBefore: new Date("2025-06-01T00:00:00Z"), notAfter: new Date("2050-01-01T00:00:00Z") },
    ],
    ["that is valid for longer", { notAfter: new Date("2026-06-01T00:00:00Z") }],
    ["that is for code signing", { usage: "serverAuth", notAfter: new Date("2050-01-01T00:00:00Z") }],
  ] satisfies [string, CertificateOptions][])("the one counts %s", async (_, options) => {
    const other = await issue(intermediate, { name: "Other", key: leaf, ...options });
    for (const given of [
      [other, leaf, intermediate],
      [leaf, other, intermediate],
    ]) {
      expect(summary(leaf, given)).toEqual([["Test Signer p256", "Test Intermediate"], []]);
    }
  });
});

test("the day is given after which a signature is worth nothing without a timestamp", async () => {
  const short = await issue(root, { notAfter: new Date("2025-02-03T04:05:06Z") });
  expect(pair(short, [short]).validUntil).toEqual(new Date("2025-02-03T04:05:06Z"));
});

describe("refused is", () => {
  test("a key without its certificate", () => {
    expect(thrown(() => pair(leaf, []))).toEqual(["key-without-certificate", { certificates: 0 }]);
    expect(thrown(() => pair(leaf, [signers.p384, root]))).toEqual([
      "key-without-certificate",
      { certificates: 2 },
    ]);
  });

  test.each<[string, CertificateOptions, object]>([
    [
      "expired",
      { notAfter: new Date("2024-12-31T23:59:59Z") },
      { code: "expired", facts: { until: "2024-12-31T23:59:59.000Z" } },
    ],
    [
      "not valid yet",
      { notBefore: new Date("2025-01-02T00:00:00Z") },
      { code: "not-yet-valid", facts: { from: "2025-01-02T00:00:00.000Z" } },
    ],
    ["for servers", { usage: "serverAuth" }, { code: "usage-not-allowed" }],
    ["for anything", { usage: "none" }, { code: "usage-not-allowed" }],
    ["not for signatures", { extensions: { keyUsage: "critical,keyAgreement" } }, { code: "may-not-sign" }],
    [
      "limited in a way nobody knows",
      { extensions: { "1.2.3": "critical,ASN1:NULL" } },
      { code: "critical-extension" },
    ],
  ])("a certificate that is %s", async (_, options, fault) => {
    const unfit = await issue(intermediate, { name: "Unfit", ...options });
    const facts = { subject: "CN=Unfit", fault: expect.objectContaining({ ...fault, index: 0 }) };
    expect(thrown(() => pair(unfit, [unfit, intermediate, root]))).toEqual(["certificate-unfit", facts]);
  });

  test("SHA-1 for a key on a curve, and for no RSA key", () => {
    for (const kind of ["p256", "p384"] as const) {
      expect(thrown(() => pair(signers[kind], [signers[kind]], "sha1"))).toEqual([
        "hash-not-for-key",
        { hash: "sha1" },
      ]);
      for (const hash of ["sha256", "sha384"] as const) {
        expect(pair(signers[kind], [signers[kind]], hash).chain).toHaveLength(1);
      }
    }
    expect(pair(signers.rsa2048, [signers.rsa2048], "sha1").chain).toHaveLength(1);
  });
});

describe("where the key is elsewhere", () => {
  const chain = (others: Issued[], hash: "sha256" | "sha1" = "sha256") =>
    chainOfSigner(others.map(certificate), { hash, at }).chain.map(({ subject }) => subject);

  test.each([
    ["in order", [leaf, intermediate, root]],
    ["in another order", [root, intermediate, leaf]],
    ["without the root", [intermediate, leaf]],
  ])("the signer is who issued none of the others, given %s", (_, given) => {
    expect(chain(given)).toEqual(["CN=Test Signer p256", "CN=Test Intermediate"]);
  });

  test("the signer may have signed itself", async () => {
    const alone = await makeRoot({ name: "Alone", ca: false, usage: "codeSigning" });
    expect(chain([alone])).toEqual(["CN=Alone"]);
  });

  test("the same is refused", () => {
    expect(thrown(() => chain([leaf, intermediate], "sha1"))).toEqual(["hash-not-for-key", { hash: "sha1" }]);
    expect(thrown(() => chain([intermediate, root]))).toMatchObject(["certificate-unfit", {}]);
    expect(thrown(() => chain([]))).toEqual(["key-without-certificate", { certificates: 0 }]);
  });
});
