import type { ChainFault } from "../certificates/faults.ts";
import type { SignerFault } from "../cms/signer.ts";
import type { DigestName } from "../hash.ts";
import type { TimestampFault } from "../timestamp/faults.ts";

type None = Record<never, never>;

/** Each thing for which a signature is not accepted, and what it is told with. */
export interface VerifyFindingFacts {
  /** How the file is saved; Windows' reading of it depends on the machine, or it is damaged. */
  "text-encoding": { encoding: "no-mark" | "utf-16be" | "damaged" };
  unsigned: None;
  /** There is a beginning of a signature, and no whole one that ends the file. */
  "block-damaged": { line: number };
  "block-form": None;
  "marker-in-text": { line: number; comment: string };
  "signature-unreadable": None;
  "signature-version": { version: number };
  "signer-count": { count: number };
  /** It is for another kind of file, or for no file at all. */
  "file-type": None;
  "text-changed": None;
  "hash-mixed": { hashes: string[] };
  "hash-weak": { hash: DigestName };
  "signer-fault": { fault: SignerFault };
  "unknown-attribute": { oid: string };
  "unknown-content": None;
  "nested-signature": None;
  "several-timestamps": { count: number };
  /** Neither the signer nor the timestamp needs it, so nothing says that it belongs there. */
  "certificate-unused": { subject: string };
  timestamp: TimestampFault;
  chain: { fault: ChainFault; subject: string; at: string };
  /** SHA-256 of the certificates, in hexadecimal digits. */
  "other-signer": { wanted: string; found: string };
  "development-certificate": None;
  /** Nothing was given by which to judge who signed. */
  "signer-not-judged": None;
}

export type VerifyFinding = {
  [Code in keyof VerifyFindingFacts]: { code: Code; facts: VerifyFindingFacts[Code] };
}[keyof VerifyFindingFacts];
