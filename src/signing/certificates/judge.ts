import type { X509Certificate } from "node:crypto";
import type { ChainFault, ChainNote, Fault } from "./faults.ts";
import { type CertificateFields, fieldsOf } from "./fields.ts";
import { isSelfIssued, maySignCertificates } from "./issuer.ts";
import type { Path } from "./paths.ts";
import type { HashStrength } from "./signature-hash.ts";
import { anyUsage, timeStamping } from "./usage.ts";

const fewestBits = 1024;
const mostListed = 10;

/** What a path is judged for: a time, and the extended key usage that its leaf needs. */
export interface Purpose {
  at: Date;
  usage: string;
}

/** Gives the faults of a path, in which each certificate is known to be signed by the next. */
export function faultsOf(whole: Path, { at, usage }: Purpose): ChainFault[] {
  const { path, trusted } = whole;
  const faults = path.flatMap((certificate, index) => {
    const isRoot = trusted && index === path.length - 1;
    const own = [
      ...generalFaults(certificate, at),
      ...(index === 0
        ? leafFaults(fieldsOf(certificate), usage)
        : [...issuerFaults(certificate, isRoot), ...limitFaults(certificate, usage, path.slice(1, index))]),
    ];
    return own.map((fault) => ({ ...fault, index }));
  });
  for (const index of signedBy(whole, "weak")) faults.push({ code: "weak-hash", facts: {}, index });
  if (!trusted) faults.push({ code: "untrusted", facts: {}, index: path.length - 1 });
  return faults;
}

/** Gives what weakens a path without spoiling it. */
export function notesOf(path: Path): ChainNote[] {
  return signedBy(path, "sha1").map((index) => ({ code: "sha1-signature", index }));
}

/** Gives the places of the certificates whose signature is of this strength, where it counts: a root's does not. */
function signedBy({ path, trusted }: Path, strength: HashStrength): number[] {
  return path.flatMap((certificate, index) => {
    const isEnd = index === path.length - 1;
    const counts = !isEnd || !(trusted || isSelfIssued(certificate));
    return counts && fieldsOf(certificate).signatureHash === strength ? [index] : [];
  });
}

function generalFaults(certificate: X509Certificate, at: Date): Fault[] {
  const { notBefore, notAfter, keyBits, unknownCritical } = fieldsOf(certificate);
  const faults: Fault[] = [];
  if (at < notBefore) faults.push({ code: "not-yet-valid", facts: { from: notBefore.toISOString() } });
  if (at > notAfter) faults.push({ code: "expired", facts: { until: notAfter.toISOString() } });
  if (keyBits !== null && keyBits < fewestBits) {
    faults.push({ code: "weak-key", facts: { bits: keyBits } });
  }
  if (unknownCritical.length > 0) {
    faults.push({ code: "critical-extension", facts: { oids: unknownCritical.slice(0, mostListed) } });
  }
  return faults;
}

function leafFaults({ keyUsage, extendedKeyUsage }: CertificateFields, usage: string): Fault[] {
  const { oids, critical } = extendedKeyUsage ?? { oids: [], critical: false };
  // Timestamps are also signed with keys that are for attesting alone.
  const signing = usage === timeStamping ? ["digitalSignature", "nonRepudiation"] : ["digitalSignature"];
  const faults: Fault[] = [];
  // It has to be named. Who may do anything was not chosen to sign code.
  if (!oids.includes(usage))
    faults.push({ code: "usage-not-allowed", facts: { usage, allowed: oids.slice(0, mostListed) } });
  else if (usage === timeStamping && (oids.length > 1 || !critical)) {
    faults.push({ code: "usage-not-exclusive", facts: { usage } });
  }
  if (keyUsage && !keyUsage.some((entry) => signing.includes(entry))) {
    faults.push({ code: "may-not-sign", facts: {} });
  }
  return faults;
}

function issuerFaults(certificate: X509Certificate, isRoot: boolean): Fault[] {
  const { isAuthority, version } = fieldsOf(certificate);
  const faults: Fault[] = [];
  // A root of version 1 could not say that it is an authority.
  if (!isAuthority && !(isRoot && version === 1)) faults.push({ code: "not-an-authority", facts: {} });
  if (!maySignCertificates(certificate)) faults.push({ code: "may-not-issue", facts: {} });
  return faults;
}

function limitFaults(issuer: X509Certificate, usage: string, between: readonly X509Certificate[]): Fault[] {
  const { pathLength, extendedKeyUsage } = fieldsOf(issuer);
  const oids = extendedKeyUsage?.oids ?? [anyUsage];
  const faults: Fault[] = [];
  // A change of an authority's own key does not count.
  if (pathLength !== null && between.filter((entry) => !isSelfIssued(entry)).length > pathLength) {
    faults.push({ code: "path-too-long", facts: { allowed: pathLength } });
  }
  if (!oids.includes(usage) && !oids.includes(anyUsage)) {
    faults.push({ code: "usage-not-allowed", facts: { usage, allowed: oids.slice(0, mostListed) } });
  }
  return faults;
}
