import type { X509Certificate } from "node:crypto";
import { signedDataOid } from "../cms/oids.ts";
import { SignedDataInfo, type SignerInfo } from "../cms/schema.ts";
import { checkSigner } from "../cms/signer.ts";
import { certificatesOf } from "./certificates.ts";
import type { TimestampFault } from "./faults.ts";
import { judgeTimestamp, type TimestampVerdict, unreadable } from "./judge.ts";
import { readExactly } from "./read-exactly.ts";
import { namesCertificate } from "./signing-certificate.ts";
import { isFor, readTimestampInfo, type TimestampInfo } from "./tst-info.ts";

/** A TimeStampToken of RFC 3161, read and not yet judged. */
export interface TimestampToken {
  info: TimestampInfo;
  signer: SignerInfo;
  certificates: X509Certificate[];
}

/** Reads a token: SignedData with a TSTInfo and one signer; null for anything else. */
export function readToken(der: Uint8Array): TimestampToken | null {
  const { contentType, content } = readExactly(der, SignedDataInfo) ?? {};
  if (contentType !== signedDataOid || !content) return null;
  const info = readTimestampInfo(content.encapsulated);
  const [signer, ...others] = content.signerInfos;
  // RFC 5652 asks for version 3 wherever the content is not plain data.
  if (!info || !signer || others.length > 0 || content.version !== 3) return null;
  return { info, signer, certificates: certificatesOf(content) };
}

/** Judges a token for these bytes: the signature that it puts a time to. */
export function verifyToken(
  der: Uint8Array,
  message: Uint8Array,
  { roots = [] }: { roots?: readonly X509Certificate[] | undefined } = {},
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
  return judgeTimestamp({ time: info.time, signer, certificates, hashes, faults, exclusive: true }, roots);
}
