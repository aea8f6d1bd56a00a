import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readReply } from "../../../src/signing/timestamp/reply.ts";
import { makeRequest } from "../../../src/signing/timestamp/request.ts";
import { readToken, verifyToken } from "../../../src/signing/timestamp/token.ts";
import { changed } from "../oracles/samples.ts";
import { type CertificateOptions, type Issued, issue, makeRoot, pki } from "../pki.ts";
import {
  type AuthorityOptions,
  opensslContent,
  opensslReply,
  opensslSigned,
  opensslText,
  opensslTrusts,
  opensslVerify,
} from "./openssl-ts.ts";

const { root, signers, timestampAuthority, timestampRoot } = await pki();
const message = Buffer.from("the octets of a signature");
const roots = [new X509Certificate(timestampRoot.certificatePem)];
const good = await tokenBy(timestampAuthority);
const content = await opensslContent(good);

async function tokenBy(authority: Issued, options?: AuthorityOptions, hash: "sha1" | "sha256" = "sha256") {
  return Buffer.from(readReply(await opensslReply(makeRequest(message, hash).der, authority, options)));
}

function authorityWith(options: CertificateOptions): Promise<Issued> {
  return issue(timestampRoot, { usage: "timeStamping", ...options });
}

/** Gives a token of that time by a signer whom `openssl ts` may find unfit. */
function signedBy(
  signer: Issued,
  { time, ...options }: { time?: string; more?: string[]; type?: string } = {},
) {
  const text = content.toString("latin1");
  const other = Buffer.from(time ? text.replace(/\d{14}(?=Z)/, time) : text, "latin1");
  return opensslSigned(other, signer, options);
}

const codes = (token: Uint8Array, options = { roots }) =>
  verifyToken(token, message, options).faults.map(codeOf);
const codeOf = ({ code, facts }: ReturnType<typeof verifyToken>["faults"][number]) =>
  "fault" in facts ? `${code}: ${typeof facts.fault === "string" ? facts.fault : facts.fault.code}` : code;

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
    expect(verifyToken(token, message).faults.map(codeOf)).toContain(`timestamp-authority-unfit: ${code}`);
    expect(verifyToken(token, message, { roots }).trusted).toBe(false);
  });
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
    const { certificateFile, keyFile } = await authorityWith({});
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
