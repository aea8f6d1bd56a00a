import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { splitBlock } from "../../script/signature-block.ts";
import { unsigned } from "../../signing/authenticode/sign.ts";
import { decodeSignable } from "../../signing/authenticode/text.ts";
import { type Pin, subjectOf } from "../../signing/external/pin.ts";
import type { HashName } from "../../signing/hash.ts";
import type { VerifyFinding } from "../../signing/verify/findings.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import { verifyScript } from "../../signing/verify/verify.ts";

/** How a script has to be signed. */
export interface WantedSignature {
  pin: Pin;
  hash: HashName;
  allowDevelopment: boolean;
  /** The roots of timestamps, where any are given; without this no timestamp is needed. */
  timestamp?: { roots: readonly X509Certificate[] | undefined } | null;
}

/**
 * Gives who signed a script. Throws `signed-otherwise` unless `signed` is the script that was given, with a good
 * signature as it is wanted. Codes that are none of `verify` stand for what only the one who asked can tell: another
 * text, hash or subject, or no timestamp.
 */
export function checkSigned(
  given: Uint8Array,
  signed: Uint8Array,
  { pin, hash, allowDevelopment, timestamp }: WantedSignature,
): X509Certificate {
  const verdict = verifyScript(signed, {
    roots: [],
    signer: "chain" in pin ? sha256Of(pin.chain[0]) : null,
    timestampRoots: timestamp?.roots,
    integrityOnly: false,
    // SHA-1 was asked for, or the hash is another one than asked for.
    allowSha1: true,
    now: new Date(),
  });
  const { signer } = verdict;
  const wanted = unsigned(given);
  const findings: string[] = verdict.findings
    .filter((finding) => !isToldElsewhere(finding, pin))
    .map(({ code }) => code)
    .filter((code) => code !== "development-certificate" || !allowDevelopment);
  const isSame = verdict.encoding === wanted.encoding && textIn(signed) === wanted.text;
  if (!isSame) findings.push("other-text");
  if (verdict.hash !== hash) findings.push("other-hash");
  if ("subject" in pin && signer && subjectOf(signer) !== pin.subject) findings.push("other-subject");
  if (timestamp && !verdict.timestamp.verdict) findings.push("no-timestamp");
  if (!signer || findings.length > 0) throw new PortkeepError("signed-otherwise", { findings });
  return signer;
}

/** Gives what a signature is for, without looking for what else may be wrong. */
function textIn(signed: Uint8Array): string {
  return splitBlock(decodeSignable(signed).text).body;
}

/** Says whether something is judged by the pin, or was warned of when the certificates were read: what is above the signer. */
function isToldElsewhere(finding: VerifyFinding, pin: Pin): boolean {
  if (finding.code === "chain") return finding.facts.fault.index > 0;
  return finding.code === "signer-not-judged" && "subject" in pin;
}
