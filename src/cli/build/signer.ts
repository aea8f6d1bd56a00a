import { PortkeepError } from "../../errors.ts";
import type { ScriptSigner } from "../../fleet/store.ts";
import { beginMarker } from "../../script/signature-block.ts";
import { type Pin, subjectOf } from "../../signing/external/pin.ts";
import { describeSignature } from "../../signing/verify/describe.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Verdict } from "../../signing/verify/verify.ts";
import type { Session } from "../io.ts";
import { type SigningChoice, wantsSigning } from "../sign/options.ts";
import { requireSigner } from "../sign/signer.ts";

/** A fleet's signer, to be closed after use. */
export interface OpenScriptSigner extends ScriptSigner {
  close(): Promise<void>;
}

/**
 * Opens what signs a fleet's scripts, or gives null where nothing asks for signatures. Throws `option-needs` for a
 * signing command of which nothing says whose key it has: its own scripts could not be told from others.
 */
export async function openScriptSigner(
  choice: SigningChoice,
  session: Session,
): Promise<OpenScriptSigner | null> {
  if (!wantsSigning(choice)) return null;
  const { pin, sign, concurrency, close } = await requireSigner(choice, session);
  if (!pin) {
    await close();
    const facts = { option: "--sign-command", others: ["--sign-cert", "--sign-subject"] };
    throw new PortkeepError("option-needs", facts);
  }
  return {
    fingerprint: "chain" in pin ? sha256Of(pin.chain[0]) : null,
    sign,
    concurrency,
    check: (script, signed) => checkCopy(script, signed, { choice, pin }),
    close,
  };
}

function checkCopy(
  script: Uint8Array,
  signed: Uint8Array,
  { choice, pin }: { choice: SigningChoice; pin: Pin },
) {
  // That the key's own certificate is in order was checked when it was opened.
  const { findings: found, signer, hash, timestamp } = describeSignature(signed);
  const isDevelopmentAllowed = choice.signDevelopment || choice.allowDevelopment;
  const findings = found
    .map(({ code }): string => code)
    .filter((code) => code !== "development-certificate" || !isDevelopmentAllowed);
  const isStamped = timestamp.verdict !== null;
  if (!isSignedText(script, signed)) findings.push("other-text");
  if (hash !== choice.hash) findings.push("other-hash");
  if (choice.timestamp && !isStamped) findings.push("no-timestamp");
  if (signer && !isBy(signer, pin)) findings.push("other-signer");
  // One that a subject alone tells may be an older one.
  if (signer && !isStamped && new Date(signer.validTo) < new Date()) findings.push("chain");
  if (!signer || findings.length > 0) throw new PortkeepError("signed-otherwise", { findings });
  return signer;
}

/** Says whether a signature follows the whole of a script, which has none itself. */
function isSignedText(script: Uint8Array, signed: Uint8Array): boolean {
  if (Buffer.compare(script, signed.subarray(0, script.length)) !== 0) return false;
  const rest = Buffer.from(signed.subarray(script.length)).toString("latin1");
  return rest.trimStart().startsWith(beginMarker);
}

function isBy(signer: NonNullable<Verdict["signer"]>, pin: Pin): boolean {
  return "chain" in pin ? signer.raw.equals(pin.chain[0].raw) : subjectOf(signer) === pin.subject;
}
