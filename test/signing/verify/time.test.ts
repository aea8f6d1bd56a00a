import { describe, expect, test } from "vitest";
import { attribute, nothing } from "../cms/der-writer.ts";
import { chainOf, derOf } from "../cms/signed-data.ts";
import { signByOsslsigncode, verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { issue, makeRoot } from "../pki.ts";
import { installTools } from "../tools.ts";
import {
  certificate,
  codesOf,
  intermediate,
  root,
  signedScript,
  signers,
  text,
  timestampAuthority,
  timestampRoot,
  verify,
} from "./scripts.ts";
import {
  counterSignature,
  counterSignatureOid,
  counterSignedScript,
  signatureBy,
  stampedScript,
  tokenFor,
  tokenOid,
} from "./stamps.ts";

await installTools();
const brief = await issue(intermediate, {
  notBefore: new Date("2021-01-01T00:00:00Z"),
  notAfter: new Date("2022-01-01T00:00:00Z"),
});
const stranger = await makeRoot({ name: "Stranger" });
const authorityWith = (options: Parameters<typeof issue>[1]) =>
  issue(timestampRoot, { name: "Authority", usage: "timeStamping", ...options });
const stamped = (time: string) => stampedScript({ time }, { signer: brief });

describe("a signature whose certificate has expired", () => {
  test("is accepted under a timestamp of while it was valid", async () => {
    const script = await stamped("2021-06-01T12:00:00Z");
    expect(verify(script)).toMatchObject({
      findings: [],
      timestamp: { kind: "rfc3161", verdict: { time: new Date("2021-06-01T12:00:00Z"), trusted: true } },
    });
  });

  test("is accepted where osslsigncode made it, and accepts it", async () => {
    const timestamp = { authority: timestampAuthority, time: new Date("2021-06-01") };
    const script = await signByOsslsigncode(Buffer.from(text), { signer: brief, timestamp });
    expect(await verifyByOsslsigncode(script, { root, timestampRoot })).toMatchObject({ ok: true });
    expect(codesOf(script)).toEqual([]);
  });

  test.each([
    ["on the first second", "2021-01-01T00:00:00Z", []],
    ["on the last second", "2022-01-01T00:00:00Z", []],
    ["a second too early", "2020-12-31T23:59:59Z", ["chain"]],
    ["a second too late", "2022-01-01T00:00:01Z", ["chain"]],
    ["in the future", "2040-01-01T00:00:00Z", ["chain"]],
  ])("counts as of the time of the timestamp: %s", async (_, time, codes) => {
    expect(codesOf(await stamped(time))).toEqual(codes);
  });

  test("is refused where no root of timestamps is given, or none at all", async () => {
    const script = await stamped("2021-06-01T12:00:00Z");
    for (const timestampRoots of [undefined, []]) {
      expect(verify(script, { timestampRoots })).toMatchObject({
        findings: [{ code: "chain", facts: { fault: { code: "expired" }, at: "2025-01-01T00:00:00.000Z" } }],
        timestamp: { verdict: { trusted: false, faults: [] } },
      });
    }
  });

  test("is refused where another root of timestamps is given, the signer's own too", async () => {
    const script = await stamped("2021-06-01T12:00:00Z");
    for (const other of [stranger, root]) {
      expect(codesOf(script, { timestampRoots: [certificate(other)] })).toEqual(["timestamp", "chain"]);
    }
  });

  test("is refused with a time that only the signer told", async () => {
    const script = await signByOsslsigncode(Buffer.from(text), {
      signer: brief,
      time: new Date("2021-06-01"),
    });
    expect(codesOf(script)).toEqual(["chain"]);
  });

  test("is accepted under a pin, too, only by the timestamp", async () => {
    const signer = verify(await stamped("2021-06-01T12:00:00Z")).signer?.fingerprint256 ?? "";
    const pin = { roots: [], signer: signer.replaceAll(":", "").toLowerCase() };
    expect(codesOf(await stamped("2021-06-01T12:00:00Z"), pin)).toEqual([]);
    expect(codesOf(signedScript({ signer: brief }), pin)).toEqual(["chain"]);
  });

  test("may be by an authority whose certificate has expired since", async () => {
    const authority = await authorityWith({ notAfter: new Date("2021-12-31") });
    expect(codesOf(await stampedScript({ authority }, { signer: brief }))).toEqual([]);
  });
});

describe("a timestamp that is bad is found, though the signature needs none:", () => {
  test.each([
    ["for another signature", () => tokenFor(signatureBy(signers.p384)), "timestamp-for-another"],
    ["no timestamp", async () => nothing, "timestamp-unreadable"],
    [
      "by an authority that is for code",
      async () => stampBy(await authorityWith({ usage: "codeSigning" })),
      "timestamp-authority-unfit",
    ],
    [
      "by an authority of no usage",
      async () => stampBy(await authorityWith({ usage: "none" })),
      "timestamp-authority-unfit",
    ],
    [
      "by one that was not valid then",
      async () => stampBy(await authorityWith({ notBefore: new Date("2022-01-01") })),
      "timestamp-authority-unfit",
    ],
    [
      "by one of another root",
      async () => stampBy(await issue(stranger, { usage: "timeStamping" })),
      "timestamp-authority-unfit",
    ],
  ])("%s", async (_, make, code) => {
    const script = signedScript({ signature, unsignedAttributes: [attribute(tokenOid, await make())] });
    expect(verify(script).findings).toEqual([
      { code: "timestamp", facts: expect.objectContaining({ code }) },
    ]);
  });

  const signature = signatureBy();
  const stampBy = (authority: typeof root) => tokenFor(signature, { authority });
});

describe("an authority's certificate", () => {
  test.each([
    ["need not mark its usage as critical, as those of Microsoft do not", "timeStamping"],
    ["may serve for more", "critical,timeStamping,codeSigning"],
  ])("%s", async (_, extendedKeyUsage) => {
    const authority = await authorityWith({ extensions: { extendedKeyUsage } });
    expect(verify(await stampedScript({ authority }))).toMatchObject({
      findings: [],
      timestamp: { verdict: { trusted: true } },
    });
  });

  test("is not judged where no root of timestamps is given", async () => {
    const script = await stampedScript({ authority: await issue(stranger, { usage: "timeStamping" }) });
    expect(verify(script, { timestampRoots: undefined })).toMatchObject({
      findings: [],
      timestamp: { kind: "rfc3161", verdict: { trusted: false } },
    });
  });
});

describe("a counter-signature, the older kind of timestamp,", () => {
  const late = { now: new Date("2050-06-01T00:00:00Z") };

  test("keeps a signature valid when its certificate has expired", async () => {
    const script = await counterSignedScript();
    expect(verify(script, late)).toMatchObject({
      findings: [],
      timestamp: { kind: "authenticode", verdict: { trusted: true } },
    });
    // The signer's, its issuer's and the root's have all expired by then.
    for (const other of [
      codesOf(script, { ...late, timestampRoots: undefined }),
      codesOf(signedScript(), late),
    ]) {
      expect(other).toEqual(["chain", "chain", "chain"]);
    }
  });

  test("of another signature is found, and keeps nothing valid", async () => {
    const other = attribute(counterSignatureOid, await counterSignature(signatureBy(signers.p384)));
    const certificates = [...chainOf(signers.p256), derOf(timestampAuthority)];
    const script = signedScript({ unsignedAttributes: [other], certificates });
    expect(verify(script, late).findings[0]?.facts).toMatchObject({ code: "timestamp-signature-bad" });
    expect(codesOf(script, late)).toEqual(["timestamp", "chain", "chain", "chain"]);
  });
});

describe("of timestamps there is one at most:", () => {
  test("not two tokens, in one attribute or in two", async () => {
    const signature = signatureBy();
    const [first, second] = [
      await tokenFor(signature),
      await tokenFor(signature, { time: "2021-06-02T12:00:00Z" }),
    ];
    for (const unsignedAttributes of [
      [attribute(tokenOid, first, second)],
      [attribute(tokenOid, first), attribute(tokenOid, second)],
    ]) {
      expect(verify(signedScript({ signature, unsignedAttributes }))).toMatchObject({
        findings: [{ code: "several-timestamps", facts: { count: 2 } }],
        timestamp: { kind: null, verdict: null },
      });
    }
  });

  test("not one of each kind", async () => {
    const signature = signatureBy();
    const unsignedAttributes = [
      attribute(tokenOid, await tokenFor(signature)),
      attribute(counterSignatureOid, await counterSignature(signature)),
    ];
    expect(codesOf(signedScript({ signature, unsignedAttributes }))).toEqual(["several-timestamps"]);
  });
});

describe("SHA-1 in a timestamp is found, unless it is allowed:", () => {
  test("in what it is for", async () => {
    const script = await stampedScript({ hash: "sha1" });
    expect(codesOf(script)).toEqual(["hash-weak"]);
    expect(codesOf(script, { allowSha1: true })).toEqual([]);
  });

  test("under its authority's certificate, where a root vouches for it", async () => {
    const script = await stampedScript({ authority: await authorityWith({ hash: "sha1" }) });
    expect(codesOf(script)).toEqual(["hash-weak"]);
    expect(codesOf(script, { timestampRoots: undefined })).toEqual([]);
  });
});
