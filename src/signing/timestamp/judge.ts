import type { X509Certificate } from "node:crypto";
import { buildChain } from "../certificates/chain.ts";
import { nameInLine } from "../certificates/names.ts";
import { timeStamping } from "../certificates/usage.ts";
import type { CheckedSigner } from "../cms/signer.ts";
import type { DigestName } from "../hash.ts";
import type { TimestampFault } from "./faults.ts";

/** What a timestamp says, and what is wrong with it. */
export interface TimestampVerdict {
  /** Null where it could not be read. */
  time: Date | null;
  /** The certificate of the authority that signed it; null where the timestamp does not hold it. */
  authority: X509Certificate | null;
  /** The hashes that it rests on. SHA-1 is among them where it is under a certificate by which a root vouches for it. */
  hashes: readonly DigestName[];
  /** Nothing is wrong with it, and the authority's certificate leads to one of the roots given. */
  trusted: boolean;
  faults: readonly TimestampFault[];
}

/** A timestamp of either kind, as far as it can be judged without its authority. */
export interface ReadTimestamp {
  time: Date;
  signer: CheckedSigner;
  /** Those among which the issuers of the authority's certificate are looked for. */
  certificates: readonly X509Certificate[];
  hashes: readonly DigestName[];
  faults: readonly TimestampFault[];
  /** Whether timestamps have to be the only usage of the authority's certificate, as RFC 3161 asks. */
  exclusive: boolean;
}

/** Judges a timestamp and its authority at the time it tells. Without roots nobody is trusted, which is no fault. */
export function judgeTimestamp(
  { time, signer, certificates, hashes: own, faults: known, exclusive }: ReadTimestamp,
  roots: readonly X509Certificate[],
): TimestampVerdict {
  const authority = signer.certificate;
  const hashes = new Set(own);
  const faults: TimestampFault[] = [...known];
  for (const fault of signer.faults) faults.push({ code: "timestamp-signature-bad", facts: { fault } });
  if (authority) {
    const request = { leaf: authority, others: certificates, roots, at: time, usage: timeStamping };
    const chain = buildChain(request);
    if (roots.length > 0 && chain.notes.length > 0) hashes.add("sha1");
    for (const fault of chain.faults) {
      if (fault.code === "untrusted" && roots.length === 0) continue;
      if (fault.code === "usage-not-exclusive" && !exclusive) continue;
      const subject = nameInLine(chain.path[fault.index]?.subject);
      faults.push({ code: "timestamp-authority-unfit", facts: { subject, fault } });
    }
  }
  return { time, authority, hashes: [...hashes], trusted: roots.length > 0 && faults.length === 0, faults };
}

/** What is said of bytes that are no timestamp. */
export const unreadable: TimestampVerdict = {
  time: null,
  authority: null,
  hashes: [],
  trusted: false,
  faults: [{ code: "timestamp-unreadable", facts: {} }],
};
