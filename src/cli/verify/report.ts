import type { X509Certificate } from "node:crypto";
import type { SealFindingFacts } from "../../fleet/check-seal.ts";
import { manifestName } from "../../fleet/seal.ts";
import { subjectOf } from "../../signing/external/pin.ts";
import type { VerifyFindingFacts } from "../../signing/verify/findings.ts";
import type { Reporter } from "../report.ts";
import type { Texts } from "../text/language.ts";
import { alignedLines } from "../text/text-table.ts";
import { printable } from "../text/words.ts";
import { certificateFacts } from "./certificate-facts.ts";
import type { Verification } from "./file.ts";

/** A language's sentence for each finding. */
export type VerifyFindingTexts = { [Code in keyof AllFacts]: (facts: AllFacts[Code]) => string };

interface AllFacts extends VerifyFindingFacts, SealFindingFacts {}

type VerifyTexts = Texts["reports"]["verify"];

/** Shows whether a signature is accepted, why not, and who signed what and when. */
export const verifyReporter: Reporter<Verification> = {
  json: ({ file, integrityOnly, verdict, seal }, { verify: texts }) => {
    const { encoding, hash, signer, path, timestamp, findings } = verdict;
    const { kind, verdict: time } = timestamp;
    return {
      file,
      accepted: findings.length === 0,
      integrityOnly,
      encoding,
      hash,
      signer: signer && certificateFacts(signer),
      path: path.map(subjectOf),
      timestamp: time && {
        kind,
        time: time.time?.toISOString() ?? null,
        authority: time.authority && certificateFacts(time.authority),
        trusted: time.trusted,
      },
      ...(seal && { manifest: { file: manifestName, ...seal } }),
      findings: findings.map((finding) => ({ ...finding, message: sentence(finding, texts) })),
    };
  },

  text: ({ file, integrityOnly, verdict, seal }, { verify: texts }) => {
    const { signer, findings } = verdict;
    const judgement = findings.length > 0 ? texts.refused : integrityOnly ? texts.unchanged : texts.accepted;
    return [
      `${printable(file)}: ${judgement}`,
      ...(signer ? [alignedLines(facts(verdict, signer, texts))] : []),
      ...(seal ? [texts.vouches(manifestName, seal)] : []),
      ...(findings.length > 0 ? [findings.map((finding) => sentence(finding, texts)).join("\n")] : []),
    ].join("\n\n");
  },
};

function facts({ hash, timestamp }: Verification["verdict"], signer: X509Certificate, texts: VerifyTexts) {
  const { subject, issuer, sha256, notBefore, notAfter } = certificateFacts(signer);
  const { verdict } = timestamp;
  const authority = verdict?.authority ? printable(subjectOf(verdict.authority)) : texts.unknown;
  return [
    [texts.signer, printable(subject)],
    [texts.issuer, printable(issuer)],
    ["SHA-256", sha256],
    [texts.valid, texts.fromTo(notBefore, notAfter)],
    [texts.hash, hash ?? texts.unknown],
    [
      texts.timestamp,
      verdict
        ? texts.timeBy(verdict.time?.toISOString() ?? texts.unknown, authority, verdict.trusted)
        : texts.noTimestamp,
    ],
  ];
}

function sentence(
  { code, facts }: Verification["verdict"]["findings"][number],
  { findings }: VerifyTexts,
): string {
  return (findings[code] as (facts: unknown) => string)(facts);
}
