/** Each way in which a certificate can spoil a path. Times are ISO 8601. */
export interface ChainFaultFacts {
  "not-yet-valid": { from: string };
  expired: { until: string };
  /** The path ends with it, and it is none of the roots. */
  untrusted: Record<never, never>;
  "not-an-authority": Record<never, never>;
  /** An authority whose key may not be used for signing certificates. */
  "may-not-issue": Record<never, never>;
  /** An authority that may stand above no more than so many others. */
  "path-too-long": { allowed: number };
  /** `allowed` holds the extended key usages that it names. */
  "usage-not-allowed": { usage: string; allowed: string[] };
  /** A timestamp authority's usage has to be its only one, and critical. */
  "usage-not-exclusive": { usage: string };
  /** Its key may not be used for signatures. */
  "may-not-sign": Record<never, never>;
  /** Critical extensions that portkeep does not judge, such as name constraints (2.5.29.30). */
  "critical-extension": { oids: string[] };
  /** It is signed by MD5 or another hash that proves nothing. */
  "weak-hash": Record<never, never>;
  "weak-key": { bits: number };
}

export type Fault = {
  [Code in keyof ChainFaultFacts]: { code: Code; facts: ChainFaultFacts[Code] };
}[keyof ChainFaultFacts];

/** `index` is the place of the certificate in the path. */
export type ChainFault = Fault & { index: number };

/** A certificate in the path that is signed by SHA-1, as Windows Server 2003 may need it. */
export interface ChainNote {
  code: "sha1-signature";
  index: number;
}
