import { createPublicKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { issue, keyKinds, makeRoot, pki } from "./pki.ts";

const { root, intermediate, signers, timestampAuthority, timestampRoot } = await pki();

const certificatesIn = (pem: string) =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (text) => new X509Certificate(text),
  );

describe("the usual hierarchy", () => {
  test.each(keyKinds)("has a signer with a %s key that openssl accepts for code signing", async (kind) => {
    const { stdout } = await execa("openssl", [
      ...["verify", "-CAfile", root.certificateFile, "-untrusted", intermediate.certificateFile],
      ...["-purpose", "any", signers[kind].certificateFile],
    ]);
    expect(stdout).toMatch(/: OK$/);
    const certificate = new X509Certificate(signers[kind].certificatePem);
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.3"]);
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    expect({ asymmetricKeyType, ...asymmetricKeyDetails }).toMatchObject(
      kind.startsWith("rsa")
        ? { asymmetricKeyType: "rsa", modulusLength: Number(kind.slice(3)) }
        : { asymmetricKeyType: "ec", namedCurve: kind === "p256" ? "prime256v1" : "secp384r1" },
    );
  });

  test("gives the chain from the signer upwards, without the root", async () => {
    const subjects = certificatesIn(signers.p256.chainPem).map(({ subject }) => subject);
    expect(subjects).toEqual(["CN=Test Signer p256", "CN=Test Intermediate"]);
    expect(readFileSync(signers.p256.chainFile, "utf8")).toBe(signers.p256.chainPem);
    expect(root.chainPem).toBe("");
  });

  test("is made once", async () => {
    expect(await pki()).toBe(await pki());
    expect(existsSync(signers.rsa4096.keyFile)).toBe(true);
  });

  test("has a timestamp authority under a root of its own", async () => {
    const certificate = new X509Certificate(timestampAuthority.certificatePem);
    expect(certificate.verify(new X509Certificate(timestampRoot.certificatePem).publicKey)).toBe(true);
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.8"]);
  });
});

describe("a certificate made for one test", () => {
  test("has the name, the days and the hash that were asked for", async () => {
    const authority = await makeRoot({ name: "a/b+c\\d ü", hash: "sha1" });
    const leaf = await issue(authority, {
      notBefore: new Date("2001-02-03T04:05:06Z"),
      notAfter: new Date("2002-01-01T00:00:00Z"),
    });
    const { subject, validFrom, validTo, issuer } = new X509Certificate(leaf.certificatePem);
    expect([subject, issuer, validFrom, validTo]).toEqual([
      "CN=Test Signer",
      "CN=a/b\\+c\\\\d ü",
      "Feb  3 04:05:06 2001 GMT",
      "Jan  1 00:00:00 2002 GMT",
    ]);
    const { stdout } = await execa("openssl", ["x509", "-in", authority.certificateFile, "-noout", "-text"]);
    expect(stdout).toContain("ecdsa-with-SHA1");
  });

  test("can share the key of another", async () => {
    const twin = await issue(root, { key: signers.rsa4096 });
    expect(twin.keyPem).toBe(signers.rsa4096.keyPem);
    expect(twin.certificatePem).not.toBe(signers.rsa4096.certificatePem);
  });

  test.each([
    ["no code-signing usage", { usage: "none" }, undefined, false],
    ["another usage", { usage: "serverAuth" }, ["1.3.6.1.5.5.7.3.1"], false],
    ["a usage left out by hand", { extensions: { extendedKeyUsage: null } }, undefined, false],
    ["an authority's rights", { ca: true }, undefined, true],
  ] as const)("can have %s", async (_, options, usage, ca) => {
    const leaf = await issue(root, options);
    const certificate = new X509Certificate(leaf.certificatePem);
    expect([certificate.keyUsage, certificate.ca]).toEqual([usage, ca]);
  });

  test.each([
    ["rsa1024", { modulusLength: 1024 }],
    ["p521", { namedCurve: "secp521r1" }],
    ["ed25519", {}],
  ] as const)("can have a %s key", async (key, details) => {
    const leaf = await issue(root, { key });
    const { publicKey } = new X509Certificate(leaf.certificatePem);
    expect(publicKey.asymmetricKeyDetails).toMatchObject(details);
    expect(createPublicKey(leaf.keyPem).equals(publicKey)).toBe(true);
  });
});
