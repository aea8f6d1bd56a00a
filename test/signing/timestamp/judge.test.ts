import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifyToken } from "../../../src/signing/timestamp/token.ts";
import { type CertificateOptions, issue, makeRoot, pki } from "../pki.ts";
import { authorityWith, codes, good, message, roots, signedBy, tokenBy } from "./tokens.ts";

const { root, timestampRoot } = await pki();

describe("an authority", () => {
  test("is trusted at the time of the timestamp, though its certificate has expired since", async () => {
    const expired = await authorityWith({ notAfter: new Date("2021-01-01") });
    expect(codes(await signedBy(expired, { time: "20201231235959" }))).toEqual([]);
    expect(codes(await signedBy(expired, { time: "20210101000001" }))).toEqual([
      "timestamp-authority-unfit: expired",
    ]);
    expect(codes(await signedBy(expired, { time: "20191231235959" }))).toContain(
      "timestamp-authority-unfit: not-yet-valid",
    );
  });

  test("is not trusted without a root, which is no fault", () => {
    for (const none of [{}, { roots: [] }]) {
      expect(verifyToken(good, message, none)).toMatchObject({ trusted: false, faults: [] });
    }
  });

  test("that leads to none of the roots is a fault", () => {
    const others = [new X509Certificate(root.certificatePem)];
    expect(verifyToken(good, message, { roots: others }).trusted).toBe(false);
    expect(codes(good, { roots: others })).toEqual(["timestamp-authority-unfit: untrusted"]);
  });

  test("of the same name under another key is not trusted", async () => {
    const twin = await makeRoot({ name: "Test Timestamp Root" });
    const token = await tokenBy(
      await issue(twin, { name: "Test Timestamp Authority", usage: "timeStamping" }),
    );
    expect(codes(token)).toEqual(["timestamp-authority-unfit: untrusted"]);
  });

  test("may have one between it and the root, which has to be in the token", async () => {
    const between = await issue(timestampRoot, { name: "Between", ca: true });
    const authority = await issue(between, { usage: "timeStamping" });
    expect(codes(await tokenBy(authority))).toEqual([]);
    const alone = { ...authority, chainPem: authority.certificatePem };
    expect(codes(await tokenBy(alone))).toEqual(["timestamp-authority-unfit: untrusted"]);
  });

  test.each<[string, CertificateOptions, string]>([
    ["code signing", { usage: "codeSigning" }, "usage-not-allowed"],
    ["no usage", { usage: "none" }, "usage-not-allowed"],
    ["any usage", { usage: "anyExtendedKeyUsage" }, "usage-not-allowed"],
    [
      "timestamps, not critically",
      { extensions: { extendedKeyUsage: "timeStamping" } },
      "usage-not-exclusive",
    ],
    [
      "timestamps and code signing",
      { extensions: { extendedKeyUsage: "critical,timeStamping,codeSigning" } },
      "usage-not-exclusive",
    ],
    ["no signatures", { extensions: { keyUsage: "critical,keyEncipherment" } }, "may-not-sign"],
  ])("whose certificate is for %s is unfit, with or without roots", async (_, options, code) => {
    const token = await signedBy(await authorityWith(options));
    expect(codes(token)).toContain(`timestamp-authority-unfit: ${code}`);
    expect(codes(token, {})).toContain(`timestamp-authority-unfit: ${code}`);
    expect(verifyToken(token, message, { roots }).trusted).toBe(false);
  });
});
