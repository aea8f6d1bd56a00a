import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifyCounterSignature } from "../../../src/signing/timestamp/counter-signature.ts";
import { valueAt } from "../oracles/der.ts";
import { changed } from "../oracles/samples.ts";
import { type CertificateOptions, type Issued, issue, pki } from "../pki.ts";
import { opensslSigned } from "./openssl-ts.ts";
import { codeOf } from "./tokens.ts";

const { root, timestampAuthority, timestampRoot } = await pki();
const dataOid = "1.2.840.113549.1.7.1";
const signature = Buffer.from("the octets of a signature");
const certificateOf = ({ certificatePem }: Issued) => new X509Certificate(certificatePem);
const roots = [certificateOf(timestampRoot)];
const certificates = [certificateOf(root), certificateOf(timestampAuthority)];

/** Gives what an authority of the old kind signs: the signature as data, of which the SignerInfo is taken over. */
async function counterSignature(authority: Issued, more: string[] = []): Promise<Buffer> {
  return valueAt(await opensslSigned(signature, authority, { type: dataOid, more }), 1, 0, -1, 0);
}

const good = await counterSignature(timestampAuthority);
const judge = (der: Uint8Array, given = { certificates, roots }) =>
  verifyCounterSignature(der, signature, given);
const codes = (der: Uint8Array, given = { certificates, roots }) => judge(der, given).faults.map(codeOf);

describe("a counter-signature", () => {
  test("is trusted under the root of its authority", () => {
    expect(judge(good)).toMatchObject({ trusted: true, hashes: ["sha256"], faults: [] });
    expect(judge(good).authority?.raw).toEqual(certificateOf(timestampAuthority).raw);
  });

  test("tells the signing time among its attributes", () => {
    const [, year, month, day, hour, minute, second] =
      /(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(good.toString("latin1")) ?? [];
    const written = `20${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
    expect(judge(good).time?.toISOString()).toBe(written);
  });

  test.each([
    ["490101000000Z", 2049],
    ["500101000000Z", 1950],
  ])("of %s is of %i, as X.509 counts years", (text, year) => {
    const other = Buffer.from(good.toString("latin1").replace(/\d{12}Z/, text), "latin1");
    expect(judge(other).time?.getUTCFullYear()).toBe(year);
  });

  test("may rest on SHA-1, which is told", async () => {
    const old = await counterSignature(timestampAuthority, ["-md", "sha1"]);
    expect(judge(old)).toMatchObject({ trusted: true, hashes: ["sha1"] });
  });

  test("is by nobody who is trusted where there is no root, which is no fault", () => {
    expect(verifyCounterSignature(good, signature, { certificates })).toMatchObject({
      trusted: false,
      faults: [],
    });
  });
});

describe("its authority", () => {
  const judgeBy = async (options: CertificateOptions) => {
    const authority = await issue(timestampRoot, { usage: "timeStamping", ...options });
    const given = { certificates: [certificateOf(authority)], roots };
    return codes(await counterSignature(authority), given);
  };

  test.each<[string, CertificateOptions]>([
    ["for timestamps alone, not critically", { extensions: { extendedKeyUsage: "timeStamping" } }],
    ["for code too", { extensions: { extendedKeyUsage: "timeStamping,codeSigning" } }],
  ])("may be %s, since RFC 3161 does not bind it", async (_, options) => {
    expect(await judgeBy(options)).toEqual([]);
  });

  test.each<[string, CertificateOptions, string]>([
    ["for code alone", { usage: "codeSigning" }, "usage-not-allowed"],
    ["for nothing in particular", { usage: "none" }, "usage-not-allowed"],
    ["past its time", { notAfter: new Date("2021-01-01") }, "expired"],
  ])("must not be %s", async (_, options, code) => {
    expect(await judgeBy(options)).toEqual([`timestamp-authority-unfit: ${code}`]);
  });

  test("must lead to one of the roots", () => {
    const given = { certificates, roots: [certificateOf(root)] };
    expect(codes(good, given)).toEqual(["timestamp-authority-unfit: untrusted"]);
  });

  test("must have its certificate there", () => {
    expect(codes(good, { certificates: [], roots })).toEqual([
      "timestamp-signature-bad: certificate-missing",
    ]);
  });
});

describe("a counter-signature is refused", () => {
  test("for another signature", () => {
    const other = verifyCounterSignature(good, Buffer.from("other"), { certificates, roots });
    expect(other).toMatchObject({
      trusted: false,
      faults: [{ code: "timestamp-signature-bad", facts: { fault: "message-digest" } }],
    });
  });

  test("when its own signature is another", () => {
    expect(codes(changed(good, good.length - 1))).toEqual(["timestamp-signature-bad: signature"]);
  });

  test("when its time is another", () => {
    const earlier = Buffer.from(good.toString("latin1").replace(/\d{12}Z/, "200101000000Z"), "latin1");
    expect(codes(earlier)).toEqual(["timestamp-signature-bad: signature"]);
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ["it has no signing time", () => counterSignature(timestampAuthority, ["-noattr"])],
    [
      "its time is none",
      () => Buffer.from(good.toString("latin1").replace(/\d{12}Z/, "yesterday at 1"), "latin1"),
    ],
    ["something follows it", () => Buffer.concat([good, Buffer.of(0)])],
    ["it is cut off", () => good.subarray(0, -1)],
    ["it is nothing", () => Buffer.alloc(0)],
    ["it is a whole SignedData", () => opensslSigned(signature, timestampAuthority, { type: dataOid })],
  ])("when %s", async (_, make) => {
    expect(codes(await make())).toEqual(["timestamp-unreadable"]);
  });
});
