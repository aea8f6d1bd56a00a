import { largestSigned } from "../../script/limits.ts";
import { isDevelopment } from "../../signing/certificates/development.ts";
import { endsSignatures } from "../../signing/certificates/usage.ts";
import { subjectOf } from "../../signing/external/pin.ts";
import { readsHash } from "../../signing/reads-hash.ts";
import { describeSignature } from "../../signing/verify/describe.ts";
import type { Verdict } from "../../signing/verify/verify.ts";
import type { System } from "../../table/table.ts";
import type { Reporter } from "../report.ts";
import type { Texts } from "../text/language.ts";
import { printable } from "../text/words.ts";
import { certificateFacts } from "../verify/certificate-facts.ts";

/** A script that was just signed, and what its signature says. */
export interface Signed {
  bytes: number;
  verdict: Verdict;
}

/** Reads a signature that was just made: what is told of it is what is there. */
export function describeSigned(script: Uint8Array): Signed {
  return { bytes: script.length, verdict: describeSignature(script) };
}

/** Shows a signed script by its path. */
export const signReporter: Reporter<Signed & { file: string }> = {
  json: ({ file, ...signed }) => ({ file, ...signedFacts(signed) }),
  text: ({ file }) => file,
};

/** Gives what the JSON of every command says of a signature that it made. */
export function signedFacts({ bytes, verdict }: Signed) {
  const { hash, signer, timestamp } = verdict;
  return {
    signed: true,
    bytes,
    hash,
    signer: signer && certificateFacts(signer),
    development: signer !== null && isDevelopment(signer),
    timestamp: timestamp.verdict?.time?.toISOString() ?? null,
  };
}

/** Gives what to say beside a signed script: by whom, until when, and what to mind on the system that it is for. */
export function sayOfSigned(
  { bytes, verdict }: Signed,
  system: System | null,
  { sign: texts }: Texts["reports"],
): string {
  const { signer, hash, timestamp, endsOn } = verdict;
  if (!signer || !hash) throw new RangeError("what was signed has a signer");
  const isTry = isDevelopment(signer);
  const time = timestamp.verdict?.time;
  const day = new Date(signer.validTo).toISOString().slice(0, 10);
  const ends = endsSignatures(signer) ? texts.endsAnyway : texts.endsOn;
  const lines = [
    texts.signedBy(printable(subjectOf(signer)), hash.replace("sha", "SHA-")),
    ...(hash === "sha1" ? [`${texts.warning}: ${texts.weakHash}`] : []),
    time && !endsOn ? texts.stampedAt(time.toISOString()) : ends(day),
    ...(isTry ? [texts.development] : []),
    ...(!isTry && system && !readsHash(system, hash)
      ? [`${texts.warning}: ${texts.unreadableHash(system.name)}`]
      : []),
    ...(bytes > largestSigned ? [`${texts.warning}: ${texts.large(bytes, largestSigned)}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
