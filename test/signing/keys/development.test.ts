import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isDevelopment } from "../../../src/signing/certificates/development.ts";
import { readCertificates } from "../../../src/signing/certificates/read.ts";
import { makeDevelopmentKey } from "../../../src/signing/keys/development.ts";
import { pairKey } from "../../../src/signing/keys/key-pair.ts";
import { readPrivateKey } from "../../../src/signing/keys/pem.ts";
import { readPfx } from "../../../src/signing/keys/pfx/read.ts";
import { makeRoot, pki } from "../pki.ts";

const { signers, root } = await pki();
const namesake = await makeRoot({ name: "portkeep development certificate (not trusted)" });
const now = new Date("2025-03-01T12:00:00.500Z");
const made = await makeDevelopmentKey(now);
const folder = mkdtempSync(join(tmpdir(), "portkeep-development-"));
const file = (name: string) => join(folder, name);
writeFileSync(file("key"), made.keyPem);
writeFileSync(file("certificate"), made.certificatePem);
const openssl = (...given: string[]) => execFileSync("openssl", given, { cwd: folder, stdio: "pipe" });

afterAll(() => rmSync(folder, { recursive: true }));

const [certificate] = readCertificates(Buffer.from(made.certificatePem));

describe("a development certificate", () => {
  test("is what openssl calls a certificate for code signing, of an RSA key, for 30 days", () => {
    const text = openssl("x509", "-in", "certificate", "-noout", "-text").toString();
    expect(text).toContain("Version: 3 (0x2)");
    expect(text).toContain("Public-Key: (2048 bit)");
    expect(text).toMatch(/Signature Algorithm: sha256WithRSAEncryption/);
    expect(text).toMatch(/Extended Key Usage: critical\s+Code Signing\n/);
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/);
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE\n/);
    expect(text).toMatch(/Not Before: Mar {2}1 11:50:00 2025 GMT\s+Not After : Mar 31 12:00:00 2025 GMT/);
  });

  test("says what it is to whoever looks", () => {
    expect(
      openssl("x509", "-in", "certificate", "-noout", "-subject", "-nameopt", "RFC2253").toString(),
    ).toBe("subject=CN=portkeep development certificate (not trusted)\n");
  });

  test("is signed by its own key", () => {
    const verified = openssl(
      "verify",
      "-attime",
      String((now.getTime() / 1000) | 0),
      "-CAfile",
      "certificate",
      "certificate",
    );
    expect(verified.toString()).toBe("certificate: OK\n");
  });

  test("has a positive random number of 16 bytes, and a key of its own", async () => {
    const other = await makeDevelopmentKey(now);
    const [second] = readCertificates(Buffer.from(other.certificatePem));
    for (const one of [certificate, second]) expect(one?.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(second?.serialNumber).not.toBe(certificate?.serialNumber);
    expect(other.keyPem).not.toBe(made.keyPem);
  });

  test("can sign, as long as it is valid", () => {
    const store = {
      key: readPrivateKey(Buffer.from(made.keyPem), null),
      certificates: certificate ? [certificate] : [],
    };
    const { chain, warnings, validUntil } = pairKey(store, { hash: "sha256", at: now });
    expect([chain, warnings, validUntil]).toEqual([[certificate], [], new Date("2025-03-31T12:00:00Z")]);
    expect(() => pairKey(store, { hash: "sha256", at: new Date("2025-04-01") })).toThrow(
      expect.objectContaining({ code: "certificate-unfit" }),
    );
  });
});

describe("as one for development is known", () => {
  test("the one that was made", () => {
    expect(certificate && isDevelopment(certificate)).toBe(true);
  });

  test("the same after it went through a PFX", () => {
    openssl("pkcs12", "-export", "-inkey", "key", "-in", "certificate", "-out", "pfx", "-passout", "pass:");
    const { certificates } = readPfx(readFileSync(file("pfx")), "");
    expect(certificates.map(isDevelopment)).toEqual([true]);
  });

  test.each([
    ["a real one", signers.p256, false],
    ["a root", root, false],
    ["another that bears its name", namesake, true],
  ])("%s", (_, { certificatePem }, wanted) => {
    expect(readCertificates(Buffer.from(certificatePem)).map(isDevelopment)).toEqual([wanted]);
  });
});
