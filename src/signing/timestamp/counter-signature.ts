import type { X509Certificate } from "node:crypto";
import { id_data } from "@peculiar/asn1-cms";
import { Time } from "@peculiar/asn1-x509";
import { parseAsn1 } from "../asn1.ts";
import { signingTimeOid } from "../cms/oids.ts";
import { readSignerInfo } from "../cms/read.ts";
import type { SignerInfo } from "../cms/schema.ts";
import { checkSigner } from "../cms/signer.ts";
import { hasUsualForm } from "../cms/signer-form.ts";
import { judgeTimestamp, type TimestampVerdict, unreadable } from "./judge.ts";

export interface CounterSignatureContext {
  certificates: readonly X509Certificate[];
  /** Those whose timestamps are trusted; nobody is judged without. */
  roots?: readonly X509Certificate[] | undefined;
}

/**
 * Judges the older kind of timestamp, a counter-signature of PKCS#9 with a signing time, which `der` holds as one
 * SignerInfo. `signature` is what it was made over; its certificates are among those of the signature.
 */
export function verifyCounterSignature(
  der: Uint8Array,
  signature: Uint8Array,
  { certificates, roots = [] }: CounterSignatureContext,
): TimestampVerdict {
  const info = readSignerInfo(der);
  const time = info && hasUsualForm(info) ? signingTimeOf(info) : null;
  if (!info || !time) return unreadable;
  const signer = checkSigner(info, { type: id_data, octets: signature }, certificates);
  const hashes = signer.hash ? [signer.hash] : [];
  return judgeTimestamp({ time, signer, certificates, hashes, faults: [], exclusive: false }, roots);
}

function signingTimeOf({ signedAttributes = [] }: SignerInfo): Date | null {
  const values = signedAttributes.flatMap(({ type, values }) => (type === signingTimeOid ? values : []));
  const [value, ...others] = values;
  if (!value || others.length > 0) return null;
  try {
    const time = parseAsn1(value, Time).getTime();
    return Number.isNaN(time.getTime()) ? null : time;
  } catch {
    return null;
  }
}
