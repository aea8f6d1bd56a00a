import type { X509Certificate } from "node:crypto";
import { readSignedData } from "../cms/read.ts";
import type { AlgorithmIdentifier, SignerInfo } from "../cms/schema.ts";
import { checkSigner } from "../cms/signer.ts";
import { hasNoParameters, hasUsualForm } from "../cms/signer-form.ts";
import { digestOf } from "../hash.ts";
import { certificatesOf } from "./certificates.ts";
import type { TimestampFault } from "./faults.ts";
import { judgeTimestamp, type TimestampVerdict, unreadable } from "./judge.ts";
import { namesCertificate } from "./signing-certificate.ts";
import { isFor, readTimestampInfo, type TimestampInfo } from "./tst-info.ts";

/** A TimeStampToken of RFC 3161, read and not yet judged. */
export interface TimestampToken {
  info: TimestampInfo;
  signer: SignerInfo;
  certificates: X509Certificate[];
}

/** Reads a token: SignedData in DER with a TSTInfo and one signer; null for anything else. */
export function readToken(der: Uint8Array): TimestampToken | null {
  const signedData = readSignedData(der);
  const [signer, ...others] = signedData?.signerInfos ?? [];
  if (!signedData || !signer || others.length > 0 || !hasUsualForm(signer)) return null;
  // RFC 5652 asks for version 3 wherever the content is not plain data.
  if (signedData.version !== 3 || !announces(signedData.digestAlgorithms, signer)) return null;
  const info = readTimestampInfo(signedData.encapsulated);
  return info && { info, signer, certificates: certificatesOf(signedData) };
}

function announces(algorithms: readonly AlgorithmIdentifier[], { digestAlgorithm }: SignerInfo): boolean {
  return (
    algorithms.every((entry) => digestOf(entry.algorithm) && hasNoParameters(entry)) &&
    algorithms.some(({ algorithm }) => algorithm === digestAlgorithm.algorithm)
  );
}

/**
 * Judges a token for these bytes: the signature that it puts a time to. `exclusive` says whether timestamps have to be
 * the only usage of its authority's certificate, and critical, as RFC 3161 asks.
 */
export function verifyToken(
  der: Uint8Array,
  message: Uint8Array,
  {
    roots = [],
    exclusive = true,
  }: { roots?: readonly X509Certificate[] | undefined; exclusive?: boolean } = {},
): TimestampVerdict {
  const token = readToken(der);
  if (!token) return unreadable;
  const { info, certificates } = token;
  const signer = checkSigner(token.signer, info.content, certificates);
  const faults: TimestampFault[] = [];
  if (!isFor(info, message)) faults.push({ code: "timestamp-for-another", facts: {} });
  if (signer.certificate && !namesCertificate(token.signer, signer.certificate)) {
    faults.push({ code: "timestamp-signer-unnamed", facts: {} });
  }
  const hashes = [...new Set([info.hash, ...(signer.hash ? [signer.hash] : [])])];
  return judgeTimestamp({ time: info.time, signer, certificates, hashes, faults, exclusive }, roots);
}
