import { PortkeepError } from "../../errors.ts";
import { unsigned } from "../../signing/authenticode/sign.ts";
import { type Pin, subjectOf } from "../../signing/external/pin.ts";
import type { HashName } from "../../signing/hash.ts";
import { readSignedText } from "../../signing/verify/signed-text.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import { verifyScript } from "../../signing/verify/verify.ts";

/**
 * Throws `signed-otherwise` unless `signed` is the script that was given, with a good signature by whoever is pinned.
 * Codes that are none of `verify` stand for what only the one who asked can tell: another text, hash or subject.
 */
export function checkSigned(
  given: Uint8Array,
  signed: Uint8Array,
  { pin, hash, allowDevelopment }: { pin: Pin; hash: HashName; allowDevelopment: boolean },
): void {
  const chain = "chain" in pin ? pin.chain : null;
  const verdict = verifyScript(signed, {
    roots: [],
    signer: chain && sha256Of(chain[0]),
    integrityOnly: false,
    // SHA-1 was asked for, or the hash is another one than asked for.
    allowSha1: true,
    now: new Date(),
  });
  const wanted = unsigned(given);
  const findings: string[] = verdict.findings
    .map(({ code }) => code)
    .filter((code) => code !== "development-certificate" || !allowDevelopment)
    // A pinned subject is compared here.
    .filter((code) => code !== "signer-not-judged" || chain);
  if (verdict.encoding !== wanted.encoding || readSignedText(signed).body !== wanted.text) {
    findings.push("other-text");
  }
  if (verdict.hash !== hash) findings.push("other-hash");
  if ("subject" in pin && verdict.signer && subjectOf(verdict.signer) !== pin.subject) {
    findings.push("other-subject");
  }
  if (findings.length > 0) throw new PortkeepError("signed-otherwise", { findings });
}
