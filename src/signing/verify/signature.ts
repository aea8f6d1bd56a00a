import type { X509Certificate } from "node:crypto";
import { digestText } from "../authenticode/digest.ts";
import { indirectData } from "../authenticode/indirect-data.ts";
import { indirectDataOid } from "../authenticode/oids.ts";
import { DerReader } from "../cms/der.ts";
import type { SignedData, SignerInfo } from "../cms/schema.ts";
import { checkSigner } from "../cms/signer.ts";
import { hasNoParameters, versionOf } from "../cms/signer-form.ts";
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
  // Only the third version names its signer by the key's identifier.
  for (const version of new Set([signedData.version, info.version, versionOf(info)])) {
    if (version !== 1) findings.push({ code: "signature-version", facts: { version } });
  }
  const { type, content } = signedData.encapsulated;
  // PKCS#7 hashes the content without its own tag and length.
  const octets = content ? new DerReader(new Uint8Array(content)).any().content : new Uint8Array();
  const { certificate, hash, faults } = checkSigner(info, { type: indirectDataOid, octets }, certificates);
  findings.push(...faults.map((fault) => ({ code: "signer-fault" as const, facts: { fault } })));
  const algorithms = [...signedData.digestAlgorithms, info.digestAlgorithm, info.signatureAlgorithm];
  if (signedData.revocationLists || !algorithms.every(hasNoParameters)) {
    findings.push({ code: "unknown-content", facts: {} });
  }
  if (type !== indirectDataOid) findings.push({ code: "file-type", facts: {} });
  else if (hash) findings.push(...contentFindings(signedData, { body, hash }));
  return { signer: certificate, hash, findings };
}

function contentFindings(
  { digestAlgorithms, encapsulated }: SignedData,
  { body, hash }: { body: string; hash: DigestName },
): VerifyFinding[] {
  const content = Buffer.from(encapsulated.content ?? new ArrayBuffer(0));
  const isWanted = content.equals(derFor(digestText(body, hash), hash));
  const inside = isWanted ? hash : digestNames.find((name) => isFor(content, name));
  if (!inside) return [{ code: "file-type", facts: {} }];
  const named = digestAlgorithms.map(({ algorithm }) => digestOf(algorithm) ?? algorithm);
  const hashes = [...new Set([...named, inside, hash])];
  if (named.length !== 1 || hashes.length > 1) {
    return [{ code: "hash-mixed", facts: { hashes: hashes.slice(0, 5) } }];
  }
  return isWanted ? [] : [{ code: "text-changed", facts: {} }];
}

const digestNames = Object.keys(digestOids) as DigestName[];

/** Says whether a content is that of a PowerShell script with a digest of this kind, whichever digest. */
function isFor(content: Buffer, hash: DigestName): boolean {
  const digest = digestText("", hash);
  const wanted = derFor(digest, hash);
  const fixed = wanted.length - digest.length;
  return content.length === wanted.length && content.subarray(0, fixed).equals(wanted.subarray(0, fixed));
}

function derFor(digest: Uint8Array, hash: DigestName): Buffer {
  return Buffer.from(indirectData(digest, hash).toBER());
}
