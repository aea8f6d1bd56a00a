import { describe, expect, test } from "vitest";
import { makeDevelopmentKey } from "../../../src/signing/keys/development.ts";
import type { VerifyFindingFacts } from "../../../src/signing/verify/findings.ts";
import type { VerifyOptions } from "../../../src/signing/verify/verify.ts";
import { attribute, octets, oid, sequence } from "../cms/der-writer.ts";
import { chainOf, derOf } from "../cms/signed-data.ts";
import { type Issued, issue } from "../pki.ts";
import {
  certificate,
  indirectData,
  intermediate,
  root,
  sha256Of,
  signedScript,
  signers,
  text,
  timestampAuthority,
  verify,
} from "./scripts.ts";

const { p256, p384 } = signers;
const development = await developmentIssued();
const expired = await issue(intermediate, { notAfter: new Date("2024-01-01") });

interface Case<Code extends keyof VerifyFindingFacts> {
  script: Buffer;
  options?: Partial<VerifyOptions>;
  facts: VerifyFindingFacts[Code];
}

const signed = signedScript();
const note = attribute("1.2.3.4", octets(Buffer.from("a note")));
const here = `${text}@'\r\n# SIG # Begin signature block\r\n'@\r\n`;

// Made by itself, without files.
async function developmentIssued(): Promise<Issued> {
  const made = await makeDevelopmentKey();
  return { ...p256, ...made, chainPem: made.certificatePem };
}

/** One honest example of each thing that is found. The others are in the files beside this one, by what they concern. */
const cases: { [Code in keyof VerifyFindingFacts]: Case<Code> } = {
  "text-encoding": { script: signedScript({}, `${text}# Gr\u00fc\u00dfe`), facts: { encoding: "no-mark" } },
  unsigned: { script: Buffer.from(text), facts: {} },
  "block-damaged": { script: signed.subarray(0, -40), facts: { line: 4 } },
  "block-form": { script: Buffer.from(signed.toString().replace("\r\n# MII", "\n# MII")), facts: {} },
  "marker-in-text": {
    script: signedScript({}, here),
    facts: { line: 4, comment: "# SIG # Begin signature block" },
  },
  "signature-unreadable": { script: signedScript({ unsignedAttributes: [] }), facts: {} },
  "signature-version": { script: signedScript({ dataVersion: 3 }), facts: { version: 3 } },
  "signer-count": { script: signedScript({ signers: [] }), facts: { count: 0 } },
  "file-type": {
    script: signedScript({
      content: indirectData(text, { fileType: "06c9e010-38ce-11d4-a2a3-00104bd35090" }),
    }),
    facts: {},
  },
  "text-changed": { script: Buffer.from(signed.toString().replace("signed", "singed")), facts: {} },
  "hash-mixed": {
    script: signedScript({ content: indirectData(text, { hash: "sha384" }) }),
    facts: { hashes: ["sha256", "sha384"] },
  },
  "hash-weak": { script: signedScript({ hash: "sha1" }), facts: { hash: "sha1" } },
  "signer-fault": { script: signedScript({ signature: Buffer.of(0) }), facts: { fault: "signature" } },
  "unknown-attribute": { script: signedScript({ unsignedAttributes: [note] }), facts: { oid: "1.2.3.4" } },
  "unknown-content": { script: signedScript({ revocationLists: [sequence()] }), facts: {} },
  "nested-signature": {
    script: signedScript({ unsignedAttributes: [attribute("1.3.6.1.4.1.311.2.4.1", sequence())] }),
    facts: {},
  },
  "several-timestamps": {
    script: signedScript({
      unsignedAttributes: [attribute("1.3.6.1.4.1.311.3.3.1", sequence(), oid("1.2.3"))],
    }),
    facts: { count: 2 },
  },
  "certificate-unused": {
    script: signedScript({ certificates: [...chainOf(p256), derOf(timestampAuthority)] }),
    facts: { subject: "CN=Test Timestamp Authority" },
  },
  timestamp: {
    script: signedScript({ unsignedAttributes: [attribute("1.3.6.1.4.1.311.3.3.1", sequence())] }),
    facts: { code: "timestamp-unreadable", facts: {} },
  },
  chain: {
    script: signedScript({ signer: expired }),
    facts: {
      fault: { code: "expired", facts: { until: "2024-01-01T00:00:00.000Z" }, index: 0 },
      subject: "CN=Test Signer",
      at: "2025-01-01T00:00:00.000Z",
    },
  },
  "other-signer": {
    script: signed,
    options: { signer: sha256Of(p384) },
    facts: { wanted: sha256Of(p384), found: sha256Of(p256) },
  },
  "development-certificate": {
    script: signedScript({ signer: development }),
    options: { roots: [certificate(development)], now: new Date() },
    facts: {},
  },
  "signer-not-judged": { script: signed, options: { roots: [] }, facts: {} },
};

describe("a script is not accepted where there is", () => {
  test.each(Object.entries(cases))("%s", (code, { script, options, facts }) => {
    expect(verify(script, options).findings).toEqual([{ code, facts }]);
  });
});

test("without any of these it is", () => {
  expect(verify(signed)).toMatchObject({ encoding: "ascii", hash: "sha256", findings: [] });
  expect(verify(signed).signer?.raw).toEqual(derOf(p256));
  expect(verify(signed).path.map(({ raw }) => raw)).toEqual([p256, intermediate, root].map(derOf));
});
