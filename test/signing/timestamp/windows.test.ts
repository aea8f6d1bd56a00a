import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { describe, expect, test } from "vitest";
import { splitBlock } from "../../../src/script/signature-block.ts";
import { decodeBlock } from "../../../src/signing/authenticode/block.ts";
import { counterSignatureOid, timestampOid } from "../../../src/signing/authenticode/oids.ts";
import { readSignedData } from "../../../src/signing/cms/read.ts";
import { certificatesOf } from "../../../src/signing/timestamp/certificates.ts";
import { verifyCounterSignature } from "../../../src/signing/timestamp/counter-signature.ts";
import { verifyToken } from "../../../src/signing/timestamp/token.ts";
import { windowsSignedReports } from "../windows-signed/reports.ts";

// Microsoft's own roots are not among those of Node.js, DigiCert's are.
const roots = rootCertificates
  .map((pem) => new X509Certificate(pem))
  .filter(({ subject }) => subject.includes("O=DigiCert Inc"));

const stamps = (await windowsSignedReports()).flatMap(({ name, text, report }) => {
  const signedData = readSignedData(decodeBlock(splitBlock(text).block ?? ""));
  const certificates = signedData ? certificatesOf(signedData) : [];
  const [info] = signedData?.signerInfos ?? [];
  const signature = new Uint8Array(info?.signature.buffer ?? []);
  const theirs = report.signers[0]?.timestamps[0];
  return (info?.unsignedAttributes ?? []).flatMap(({ type, values: [value] }) => {
    const der = new Uint8Array(value ?? []);
    const kind = { [timestampOid]: "rfc3161", [counterSignatureOid]: "legacy" }[type];
    return kind ? { name, kind, der, signature, certificates, theirs } : [];
  });
});
type Stamp = (typeof stamps)[number];

function judge({ kind, der, signature, certificates }: Stamp, given: readonly X509Certificate[] = []) {
  return kind === "rfc3161"
    ? verifyToken(der, signature, { roots: given })
    : verifyCounterSignature(der, signature, { certificates, roots: given });
}

const judged = stamps.map((stamp) => ({ ...stamp, verdict: judge(stamp), rooted: judge(stamp, roots) }));

const faultsOf = (verdict: ReturnType<typeof judge>) =>
  verdict.faults.map(({ code, facts }) =>
    "fault" in facts && typeof facts.fault === "object" ? facts.fault.code : code,
  );

test("there are timestamps of both kinds", () => {
  expect(new Set(stamps.map(({ kind }) => kind))).toEqual(new Set(["rfc3161", "legacy"]));
  expect(stamps.length).toBeGreaterThan(15);
});

describe("a timestamp by Windows' tools", () => {
  test.each(judged)("is of the $kind kind and of the time that .NET tells: $name", (stamp) => {
    const { time } = stamp.verdict;
    expect(stamp.theirs?.kind).toBe(stamp.kind);
    // What is beyond a millisecond is cut off by one and rounded by the other.
    if (stamp.theirs?.time) expect(Number(time) - Date.parse(stamp.theirs.time)).toBeOneOf([0, 1]);
    else expect(stamp.theirs?.problems).toEqual(["NotAToken"]);
  });

  // Microsoft's authorities of before 2022 are such: RFC 3161 wants their only usage to be critical.
  test.each(judged)("has no other fault than .NET finds: $name", (stamp) => {
    const usage = stamp.theirs?.problems.includes("NotAToken") ? ["usage-not-exclusive"] : [];
    expect(faultsOf(stamp.verdict)).toEqual(usage);
  });

  test.each(judged)("is trusted under the roots under which .NET trusts it: $name", (stamp) => {
    expect(stamp.rooted.trusted).toBe(stamp.theirs?.problems.length === 0);
  });

  test.each(judged)("is for its own signature alone: $name", (stamp) => {
    const other = { ...stamp, signature: stamp.signature.toReversed() };
    expect(judge(other).faults.length).toBe(stamp.verdict.faults.length + 1);
  });
});

test("a certificate with a fault is named in one line, and not at any length", () => {
  const facts = judged.flatMap(({ verdict }) => verdict.faults.map((fault) => fault.facts));
  const subjects = facts.flatMap((entry) => ("subject" in entry ? entry.subject : []));
  expect(subjects.length).toBeGreaterThan(0);
  for (const subject of subjects) {
    expect(subject).toMatch(/^C=US, ST=Washington, L=Redmond, O=Microsoft Corporation, OU=.{10,150}$/);
    expect(subject.length).toBeLessThanOrEqual(200);
  }
});

test("some are trusted under DigiCert's roots", () => {
  expect(judged.filter(({ rooted }) => rooted.trusted).length).toBeGreaterThan(0);
});
