import type { X509Certificate } from "node:crypto";
import { fieldsOf } from "../certificates/fields.ts";
import { nameInLine } from "../certificates/names.ts";
import { uniqueCertificates } from "../certificates/read.ts";
import { endsSignatures } from "../certificates/usage.ts";
import { isSorted, readSignedData } from "../cms/read.ts";
import type { SignedData } from "../cms/schema.ts";
import type { DigestName } from "../hash.ts";
import { certificatesOf } from "../timestamp/certificates.ts";
import type { TimestampVerdict } from "../timestamp/judge.ts";
import type { VerifyFinding } from "./findings.ts";
import { checkSignature } from "./signature.ts";
import { readSignedText, type SignedText } from "./signed-text.ts";
import { type CheckedTime, checkTime } from "./time.ts";
import { checkTrust, type Trust } from "./trust.ts";
import { unusedCertificates } from "./unused.ts";

export interface VerifyOptions extends Trust {
  /** Those whose timestamps extend a signature's validity; without them, none does, and none has to lead to one. */
  timestampRoots?: readonly X509Certificate[] | undefined;
  allowSha1: boolean;
  now: Date;
}

/** What a script's signature says, and all that is wrong with it: it is accepted where there are no findings. */
export interface Verdict {
  encoding: SignedText["encoding"];
  hash: DigestName | null;
  /** Null where there is none, or it could not be read. */
  signer: X509Certificate | null;
  path: readonly X509Certificate[];
  timestamp: Pick<CheckedTime, "kind" | "verdict">;
  /** When the signature ends with its certificate; null where its timestamp keeps it, for those who trust that. */
  endsOn: Date | null;
  findings: VerifyFinding[];
}

/** Judges the signature of a script. Nothing is looked up: neither revocation nor a certificate that is missing. */
export function verifyScript(bytes: Uint8Array, options: VerifyOptions): Verdict {
  const { encoding, body, der, findings } = readSignedText(bytes);
  const nothing = { encoding, ...noSigner, findings };
  if (!der) return nothing;
  const signedData = readSignedData(der);
  if (!signedData || !isSorted((signedData.certificates ?? []).map((entry) => new Uint8Array(entry)))) {
    findings.push({ code: "signature-unreadable", facts: {} });
    return nothing;
  }
  return { encoding, ...judge(signedData, { body, findings, options }) };
}

const noSigner = {
  ...{ hash: null, signer: null, path: [], endsOn: null },
  timestamp: { kind: null, verdict: null },
};

function judge(
  signedData: SignedData,
  { body, findings, options }: { body: string; findings: VerifyFinding[]; options: VerifyOptions },
): Omit<Verdict, "encoding"> {
  const certificates = certificatesOf(signedData);
  // Something else than a certificate, or one that is there twice, or more of them than anybody needs.
  if (uniqueCertificates(certificates).length !== (signedData.certificates ?? []).length) {
    findings.push({ code: "unknown-content", facts: {} });
  }
  const [info, ...others] = signedData.signerInfos;
  if (!info || others.length > 0) {
    const { length: count } = signedData.signerInfos;
    findings.push({ code: "signer-count", facts: { count } });
    return { ...noSigner, findings };
  }
  const signature = checkSignature(signedData, info, { body, certificates });
  const time = checkTime(info, { certificates, roots: options.timestampRoots });
  findings.push(...signature.findings, ...time.findings);
  const { signer, hash } = signature;
  const { kind, verdict } = time;
  const users = [signer, verdict?.authority].filter((user) => user !== null && user !== undefined);
  for (const { subject } of unusedCertificates(certificates, users)) {
    findings.push({ code: "certificate-unused", facts: { subject: nameInLine(subject) } });
  }
  const endsOn = signer && endOf(signer, verdict);
  const at = endsOn === null && verdict?.trusted && verdict.time ? verdict.time : options.now;
  const trust = signer && checkTrust(signer, options, { others: certificates, at });
  findings.push(...(trust?.findings ?? []));
  const restsOnSha1 = trust?.sha1 || [hash, ...(verdict?.hashes ?? [])].includes("sha1");
  if (restsOnSha1 && !options.allowSha1) findings.push({ code: "hash-weak", facts: { hash: "sha1" } });
  return { hash, signer, path: trust?.path ?? [], timestamp: { kind, verdict }, endsOn, findings };
}

function endOf(signer: X509Certificate, timestamp: TimestampVerdict | null): Date | null {
  const isStamped = timestamp !== null && timestamp.faults.length === 0;
  return isStamped && !endsSignatures(signer) ? null : fieldsOf(signer).notAfter;
}
