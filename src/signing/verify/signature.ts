import type { X509Certificate } from "node:crypto";
import { digestText } from "../authenticode/digest.ts";
import { indirectData } from "../authenticode/indirect-data.ts";
import { indirectDataOid } from "../authenticode/oids.ts";
import type { SignedData, SignerInfo } from "../cms/schema.ts";
import { checkSigner } from "../cms/signer.ts";
import { type DigestName, digestOf, digestOids } from "../hash.ts";
import type { VerifyFinding } from "./findings.ts";

/** What a signature says of a text, and what in it is not as it must be. */
export interface CheckedSignature {
  signer: X509Certificate | null;
  hash: DigestName | null;
  findings: VerifyFinding[];
}

/** Checks that a signature is for this text, in the one shape that Windows writes. Trust is judged elsewhere. */
export function checkSignature(
  signedData: SignedData,
  info: SignerInfo,
  { body, certificates }: { body: string; certificates: readonly X509Certificate[] },
): CheckedSignature {
  const findings: VerifyFinding[] = [];
  for (const { version } of [signedData, info]) {
    if (version !== 1) findings.push({ code: "signature-version", facts: { version } });
  }
  const { type, content } = signedData.encapsulated;
  const octets = contentsOf(content);
  const { certificate, hash, faults } = checkSigner(info, { type: indirectDataOid, octets }, certificates);
  findings.push(...faults.map((fault) => ({ code: "signer-fault" as const, facts: { fault } })));
  if (signedData.revocationLists) findings.push({ code: "unknown-content", facts: {} });
  if (type !== indirectDataOid) findings.push({ code: "file-type", facts: {} });
  else if (hash) findings.push(...contentFindings(signedData, { body, hash }));
  return { signer: certificate, hash, findings };
}

function contentFindings(
  { digestAlgorithms, encapsulated }: SignedData,
  { body, hash }: { body: string; hash: DigestName },
): VerifyFinding[] {
  const content = Buffer.from(encapsulated.content ?? new ArrayBuffer(0));
  const named = digestAlgorithms.map(({ algorithm }) => algorithm);
  const inContent = (Object.keys(digestOids) as DigestName[]).filter((name) => isFor(content, name));
  const hashes = [...named, ...inContent.map((name) => digestOids[name]), digestOids[hash]];
  if (inContent.length === 0) return [{ code: "file-type", facts: {} }];
  if (named.length !== 1 || new Set(hashes).size > 1) {
    const names = [...new Set(hashes)].map((oid) => digestOf(oid) ?? oid);
    return [{ code: "hash-mixed", facts: { hashes: names.slice(0, 5) } }];
  }
  const wanted = Buffer.from(indirectData(digestText(body, hash), hash).toBER());
  return content.equals(wanted) ? [] : [{ code: "text-changed", facts: {} }];
}

/** Says whether a content is that of a PowerShell script with a digest of this kind, whichever digest. */
function isFor(content: Buffer, hash: DigestName): boolean {
  const digest = digestText("", hash);
  const wanted = Buffer.from(indirectData(digest, hash).toBER());
  const fixed = wanted.length - digest.length;
  return content.length === wanted.length && content.subarray(0, fixed).equals(wanted.subarray(0, fixed));
}

// PKCS#7 hashes the content without its own tag and length.
function contentsOf(content: ArrayBuffer = new ArrayBuffer(0)): Uint8Array {
  const der = new Uint8Array(content);
  const lengthBytes = der[1] !== undefined && der[1] > 0x7f ? der[1] & 0x7f : 0;
  return der.subarray(2 + lengthBytes);
}
