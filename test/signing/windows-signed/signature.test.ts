import { describe, expect, test } from "vitest";
import { windowsSignedReports } from "./reports.ts";

const scripts = await windowsSignedReports();
const contentType = "1.2.840.113549.1.9.3";
const messageDigest = "1.2.840.113549.1.9.4";
const statementType = "1.3.6.1.4.1.311.2.1.11";
const opusInfo = "1.3.6.1.4.1.311.2.1.12";
const sha256 = "2.16.840.1.101.3.4.2.1";
const sha1 = "1.3.14.3.2.26";

const timestamps = scripts.flatMap(({ name, report }) =>
  report.signers.flatMap((signer) =>
    signer.timestamps.map((timestamp) => ({ name, hash: report.hash, ...timestamp })),
  ),
);

describe("a signature by Windows", () => {
  test.each(scripts)("has the shape we write: $name", ({ report }) => {
    expect(report).toMatchObject({
      trailing: 0,
      version: 1,
      contentType: "1.3.6.1.4.1.311.2.1.4",
      dataType: "1.3.6.1.4.1.311.2.1.30",
      fileType: "603bcc1f-4b59-4e08-b724-d2c6297ef351",
      signers: [
        {
          version: 1,
          identifier: "IssuerAndSerialNumber",
          hash: report.hash,
          // rsaEncryption, whatever the hash.
          algorithm: "1.2.840.113549.1.1.1",
        },
      ],
    });
    expect(report.problems).not.toContain("signature");
  });

  test.each(scripts)("has the attributes we write, the statement type perhaps not: $name", ({ report }) => {
    const attributes = report.signers.flatMap(({ signedAttributes }) => signedAttributes);
    const wanted = [contentType, messageDigest, opusInfo];
    expect(attributes.filter((oid) => oid !== statementType).sort()).toEqual(wanted.sort());
    expect(attributes.length).toBeLessThanOrEqual(4);
  });

  test.each(scripts)("has no certificate but those of its chains: $name", ({ report }) => {
    const chains = report.signers.flatMap(({ chain, timestamps }) => [
      ...chain,
      ...timestamps.flatMap((timestamp) => timestamp.chain),
    ]);
    for (const { thumbprint } of report.certificates) {
      expect(chains).toContain(thumbprint);
    }
  });

  test("is accepted under its own authority's root", () => {
    const accepted = scripts.filter(({ report }) => report.problems.length === 0).map(({ name }) => name);
    expect(accepted).toContainEqual(expect.stringContaining("Pester.psd1"));
  });
});

describe("its timestamp", () => {
  test("is of one of two kinds, on every script", () => {
    expect(timestamps.length).toBe(scripts.length);
    expect(new Set(timestamps.map(({ kind, hash }) => `${kind} ${hash}`))).toEqual(
      new Set([`legacy ${sha1}`, `rfc3161 ${sha256}`]),
    );
  });

  test.each(timestamps)("holds, or is by an authority whose usage is not critical: $name", ({ problems }) => {
    // Microsoft's certificates of before 2022 are such; .NET calls a token by them none.
    expect([[], ["PartialChain"], ["NotAToken"]]).toContainEqual(problems);
  });
});
