import type { X509Certificate } from "node:crypto";
import { counterSignatureOid, nestedSignatureOid, timestampOid } from "../authenticode/oids.ts";
import type { SignerInfo } from "../cms/schema.ts";
import { verifyCounterSignature } from "../timestamp/counter-signature.ts";
import type { TimestampVerdict } from "../timestamp/judge.ts";
import { verifyToken } from "../timestamp/token.ts";
import type { VerifyFinding } from "./findings.ts";

const mostListed = 10;

export interface CheckedTime {
  kind: "rfc3161" | "authenticode" | null;
  /** Null where there is no timestamp. */
  verdict: TimestampVerdict | null;
  findings: VerifyFinding[];
}

/** Judges what stands beside a signature without being signed by it: one timestamp, or nothing. */
export function checkTime(
  { signature, unsignedAttributes = [] }: SignerInfo,
  {
    certificates,
    roots,
  }: { certificates: readonly X509Certificate[]; roots: readonly X509Certificate[] | undefined },
): CheckedTime {
  const types = new Set(unsignedAttributes.map(({ type }) => type));
  const findings = [...types].slice(0, mostListed).flatMap((oid): VerifyFinding[] => {
    if (oid === nestedSignatureOid) return [{ code: "nested-signature", facts: {} }];
    return kinds.has(oid) ? [] : [{ code: "unknown-attribute", facts: { oid } }];
  });
  const stamps = unsignedAttributes.flatMap(({ type, values }) => {
    const kind = kinds.get(type);
    return kind ? values.map((value) => ({ kind, der: new Uint8Array(value) })) : [];
  });
  const [stamp, ...others] = stamps;
  if (others.length > 0) findings.push({ code: "several-timestamps", facts: { count: stamps.length } });
  if (!stamp || others.length > 0) return { kind: null, verdict: null, findings };
  const { kind, der } = stamp;
  const octets = new Uint8Array(signature.buffer);
  const verdict =
    kind === "rfc3161"
      ? // Microsoft's own authorities of before 2022 do not mark the usage of their certificates critical.
        verifyToken(der, octets, { roots, exclusive: false })
      : verifyCounterSignature(der, octets, { certificates, roots });
  findings.push(...verdict.faults.map((facts) => ({ code: "timestamp" as const, facts })));
  return { kind, verdict, findings };
}

const kinds = new Map<string, "rfc3161" | "authenticode">([
  [timestampOid, "rfc3161"],
  [counterSignatureOid, "authenticode"],
]);
