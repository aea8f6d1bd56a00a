import type { ChainFault } from "../certificates/faults.ts";
import type { SignerFault } from "../cms/signer.ts";

/** Each thing that can be wrong with a timestamp. */
export interface TimestampFaultFacts {
  /** Not the DER of a timestamp with one signer. */
  "timestamp-unreadable": Record<never, never>;
  "timestamp-signature-bad": { fault: SignerFault };
  /** It is for other bytes than these. */
  "timestamp-for-another": Record<never, never>;
  /** Its signed attributes do not name the certificate that it was checked with. */
  "timestamp-signer-unnamed": Record<never, never>;
  /** The authority's certificate, or one above it, whose subject this is, at the time of the timestamp. */
  "timestamp-authority-unfit": { subject: string; fault: ChainFault };
}

export type TimestampFault = {
  [Code in keyof TimestampFaultFacts]: { code: Code; facts: TimestampFaultFacts[Code] };
}[keyof TimestampFaultFacts];
