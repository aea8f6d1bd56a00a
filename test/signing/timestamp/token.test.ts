import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readToken, verifyToken } from "../../../src/signing/timestamp/token.ts";
import { changed } from "../oracles/samples.ts";
import { type Issued, issue, pki } from "../pki.ts";
import { opensslSigned, opensslText, opensslTrusts, opensslVerify } from "./openssl-ts.ts";
import { authorityWith, codeOf, codes, good, message, roots, signedBy, tokenBy } from "./tokens.ts";

const { signers, timestampAuthority, timestampRoot } = await pki();

describe("a token that openssl accepts", () => {
  const keys = ["rsa2048", "rsa3072", "p256", "p384"] as const;
  const authorities = new Map<string, Issued>();

  test.each(
    keys.flatMap((key) => (["sha256", "sha384", "sha512"] as const).map((hash) => [key, hash] as const)),
  )("by a %s key with %s is trusted", async (key, hash) => {
    const authority = authorities.get(key) ?? (await authorityWith({ key: await keyOf(key) }));
    authorities.set(key, authority);
    const token = await tokenBy(authority, { hash });
    expect(await opensslVerify(token, message, timestampRoot)).toContain("Verification: OK");
    expect(verifyToken(token, message, { roots })).toMatchObject({ trusted: true, faults: [] });
    expect(verifyToken(token, message, { roots }).hashes).toEqual(
      hash === "sha256" ? [hash] : ["sha256", hash],
    );
  });

  // RSA keys take long to make.
  const keyOf = async (key: (typeof keys)[number]) => (key.startsWith("rsa") ? signers[key] : key);

  test.each(["sha1", "sha256", "sha384", "sha512"] as const)(
    "may name its certificate by %s",
    async (idHash) => {
      const token = await tokenBy(timestampAuthority, { idHash });
      expect(await opensslVerify(token, message, timestampRoot)).toContain("Verification: OK");
      expect(codes(token)).toEqual([]);
    },
  );

  test.each([
    ["an accuracy", { accuracy: "secs:1, millisecs:500, microsecs:100" }],
    ["fractions of a second", { clock_precision_digits: "3" }],
    ["an order", { ordering: "yes" }],
    ["the authority's name", { tsa_name: "yes" }],
  ])("may have %s", async (_, settings) => {
    const token = await tokenBy(timestampAuthority, { settings });
    expect(await opensslVerify(token, message, timestampRoot)).toContain("Verification: OK");
    expect(codes(token)).toEqual([]);
  });

  test("may name the certificates above its own too", async () => {
    const between = await issue(timestampRoot, { name: "Between", ca: true });
    const authority = await issue(between, { usage: "timeStamping" });
    const token = await tokenBy(authority, { settings: { ess_cert_id_chain: "yes" } });
    expect(await opensslVerify(token, message, timestampRoot)).toContain("Verification: OK");
    expect(codes(token)).toEqual([]);
  });

  test("may rest on SHA-1, which is told", async () => {
    const token = await tokenBy(timestampAuthority, { hash: "sha1" }, "sha1");
    expect(verifyToken(token, message, { roots })).toMatchObject({ trusted: true, hashes: ["sha1"] });
  });

  test("may name its signer by the identifier of the key", async () => {
    const token = await signedBy(timestampAuthority, { more: ["-cades", "-keyid"] });
    expect(await opensslTrusts(token, timestampRoot)).toBe(true);
    expect(codes(token)).toEqual([]);
  });

  test("tells the time and the authority that openssl tells", async () => {
    const { time, authority } = verifyToken(good, message);
    expect(await opensslText(good)).toContain(`Time stamp: ${opensslTime(time)}`);
    expect(authority?.raw).toEqual(new X509Certificate(timestampAuthority.certificatePem).raw);
  });

  test.each([
    ["20240229235959", "2024-02-29T23:59:59.000Z"],
    ["20491231000000", "2049-12-31T00:00:00.000Z"],
    ["20500101000000", "2050-01-01T00:00:00.000Z"],
  ])("of %s is of %s", async (time, iso) => {
    expect(verifyToken(await signedBy(timestampAuthority, { time }), message).time?.toISOString()).toBe(iso);
  });

  // As in "Nov  4 12:00:00 2026 GMT".
  const opensslTime = (time: Date | null) =>
    time
      ?.toUTCString()
      .replace(/^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/, (_, day, month, year, clock) =>
        [month, String(Number(day)).padStart(2), clock, year, "GMT"].join(" "),
      );
});

describe("a token is refused", () => {
  test("for other bytes", () => {
    expect(verifyToken(good, Buffer.from("other"), { roots })).toMatchObject({
      trusted: false,
      faults: [{ code: "timestamp-for-another", facts: {} }],
    });
  });

  test("without its authority's certificate", async () => {
    expect(codes(await signedBy(timestampAuthority, { more: ["-cades", "-nocerts"] }))).toEqual([
      "timestamp-signature-bad: certificate-missing",
    ]);
  });

  test("when its signature is another", () => {
    expect(codes(changed(good, good.length - 1))).toEqual(["timestamp-signature-bad: signature"]);
  });

  test("when its content is another", () => {
    const time = good.indexOf(/\d{14}Z/.exec(good.toString("latin1"))?.[0] ?? "no time");
    const earlier = Buffer.from(good);
    earlier.write("2020", time, "latin1");
    expect(verifyToken(earlier, message).time?.getUTCFullYear()).toBe(2020);
    expect(codes(earlier)).toEqual(["timestamp-signature-bad: message-digest"]);
  });

  test("when its signed attributes name no certificate", async () => {
    const token = await signedBy(timestampAuthority, { more: [] });
    expect(codes(token)).toEqual(["timestamp-signer-unnamed"]);
    expect(await opensslVerify(token, message, timestampRoot)).toContain("FAILED");
  });

  test("when its signed attributes name another certificate of the same key and number", async () => {
    // Only the certificate's own signature differs, which the token's does not cover.
    const { raw } = new X509Certificate(timestampAuthority.certificatePem);
    const token = changed(good, good.indexOf(raw) + raw.length - 1);
    expect(verifyToken(token, message).faults.map(codeOf)).toEqual(["timestamp-signer-unnamed"]);
    expect(await opensslVerify(token, message, timestampRoot)).toContain("FAILED");
  });

  test("when it has two signers", async () => {
    const { certificateFile, keyFile } = await authorityWith();
    const more = ["-cades", "-signer", certificateFile, "-inkey", keyFile];
    expect(codes(await signedBy(timestampAuthority, { more }))).toEqual(["timestamp-unreadable"]);
  });

  test("when it is of another version", () => {
    const versions = good.indexOf(Buffer.of(2, 1, 3, 0x31));
    expect(codes(changed(good, versions + 2))).toEqual(["timestamp-unreadable"]);
  });

  test("when it is a signature of something else", async () => {
    const data = await signedBy(timestampAuthority, { type: "1.2.840.113549.1.7.1" });
    expect(codes(data)).toEqual(["timestamp-unreadable"]);
    const other = await opensslSigned(Buffer.from("no time"), timestampAuthority);
    expect(codes(other)).toEqual(["timestamp-unreadable"]);
  });

  test("when its time is none", async () => {
    const token = await signedBy(timestampAuthority, { time: "yesterday noon" });
    expect(codes(token)).toEqual(["timestamp-unreadable"]);
  });

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["noise", Buffer.from("30800000", "hex")],
    ["a certificate", new X509Certificate(timestampAuthority.certificatePem).raw],
    ["a token and a byte more", Buffer.concat([good, Buffer.of(0)])],
    ["a token without its last byte", good.subarray(0, -1)],
  ])("when it is %s", (_, bytes) => {
    expect(readToken(bytes)).toBeNull();
    expect(verifyToken(bytes, message, { roots })).toEqual({
      time: null,
      authority: null,
      hashes: [],
      trusted: false,
      faults: [{ code: "timestamp-unreadable", facts: {} }],
    });
  });
});
