import type { X509Certificate } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import { describe, expect, test } from "vitest";
import { readSignedData } from "../../../src/signing/cms/read.ts";
import { SignedDataInfo } from "../../../src/signing/cms/schema.ts";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { signatureOf } from "../oracles/body.ts";
import { windowsSignedReports } from "../windows-signed/reports.ts";
import { topsOf } from "./windows-subjects.ts";

const integrity = {
  roots: [],
  signer: null,
  integrityOnly: true,
  allowSha1: true,
  now: new Date("2049-01-01"),
};

const scripts = (await windowsSignedReports()).map(({ name, bytes, report }) => ({
  name,
  bytes,
  report,
  verdict: verifyScript(bytes, integrity),
  signature: report.encoding === "unmarked" ? null : signatureOf(bytes),
}));
const marked = scripts.filter(({ report }) => report.encoding !== "unmarked");
const unmarked = scripts.filter(({ report }) => report.encoding === "unmarked");
const codes = ({ findings }: ReturnType<typeof verifyScript>) => findings.map(({ code }) => code);

test.each(marked)("a script signed by Windows has no finding: $name", ({ verdict, report }) => {
  expect(verdict.findings).toEqual([]);
  expect(verdict.encoding).toBe(report.encoding);
  expect(verdict.timestamp.kind).not.toBeNull();
});

// Windows read them in the code page of the machine that signed them.
test.each(unmarked)("a script that Windows read in a code page is found: $name", ({ verdict }) => {
  expect(codes(verdict)).toEqual(["text-encoding", "text-changed"]);
  expect(verdict).toMatchObject({ encoding: "no-mark", hash: "sha256" });
});

test.each(marked)("its signature is read as the library reads it: $name", ({ signature }) => {
  const der = signature ?? Buffer.of();
  expect(readSignedData(der)).toEqual(AsnConvert.parse(der, SignedDataInfo).content);
});

test.each(scripts)("its signer and time are those that .NET finds: $name", ({ verdict, report }) => {
  const [signer] = report.signers;
  expect(report.certificates.map(({ thumbprint }) => thumbprint)).toContain(thumbprintOf(verdict.signer));
  expect(thumbprintOf(verdict.signer)).toBe(signer?.chain[0]);
  expect(verdict.path.map(thumbprintOf)).toEqual(signer?.chain.slice(0, verdict.path.length));
  // .NET rounds what is beyond a millisecond.
  const time = signer?.timestamps[0]?.time;
  if (time) expect(Number(verdict.timestamp.verdict?.time) - Date.parse(time)).toBeOneOf([0, 1]);
});

describe("with the last certificates of its own for roots, a script is accepted", () => {
  const judged = marked.map((script) => ({
    ...script,
    roots: [script.verdict.path.at(-1)].flatMap((top) => top ?? []),
  }));

  test.each(judged)("at the time of its timestamp: $name", ({ bytes, verdict, roots }) => {
    const now = verdict.timestamp.verdict?.time ?? new Date(0);
    expect(codes(verifyScript(bytes, { ...integrity, integrityOnly: false, roots, now }))).toEqual([]);
  });

  test.each(judged)("by its timestamp, when all else has expired: $name", ({ bytes, signature, roots }) => {
    const options = { ...integrity, integrityOnly: false, roots };
    const timestampRoots = topsOf(signature ?? Buffer.of());
    expect(verifyScript(bytes, { ...options, timestampRoots })).toMatchObject({
      findings: [],
      timestamp: { verdict: { trusted: true } },
    });
    expect(codes(verifyScript(bytes, options))).toContain("chain");
  });
});

test("timestamps by authorities whose usage is not critical are among them, which .NET does not take for any", () => {
  const odd = marked.filter(({ report }) => report.signers[0]?.timestamps[0]?.problems.includes("NotAToken"));
  expect(odd.length).toBeGreaterThan(10);
});

function thumbprintOf(certificate: X509Certificate | null): string | undefined {
  return certificate?.fingerprint.replaceAll(":", "");
}
