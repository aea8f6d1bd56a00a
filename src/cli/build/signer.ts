import { PortkeepError } from "../../errors.ts";
import type { ScriptSigner } from "../../fleet/store.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Session } from "../io.ts";
import { checkSigned } from "../sign/check-signed.ts";
import { type SigningChoice, wantsSigning } from "../sign/options.ts";
import { requireSigner } from "../sign/signer.ts";

/** A fleet's signer, to be closed after use. */
export interface OpenScriptSigner extends ScriptSigner {
  close(): Promise<void>;
}

/**
 * Opens what signs a fleet's scripts, or gives null where nothing asks for signatures. Throws
 * `development-certificate` for one that is not allowed, and `option-needs` for a signing command of which nothing says
 * whose key it has: its own scripts could not be told from others.
 */
export async function openScriptSigner(
  choice: SigningChoice,
  session: Session,
): Promise<OpenScriptSigner | null> {
  if (!wantsSigning(choice)) return null;
  const { hash, signDevelopment, allowDevelopment = false } = choice;
  if (signDevelopment && !allowDevelopment) throw new PortkeepError("development-certificate", {});
  const { pin, timestampRoots: roots, sign, concurrency, close } = await requireSigner(choice, session);
  if (!pin) {
    await close();
    const facts = { option: "--sign-command", others: ["--sign-cert", "--sign-subject"] };
    throw new PortkeepError("option-needs", facts);
  }
  const wanted = { pin, hash, allowDevelopment, timestamp: choice.timestamp ? { roots } : null };
  return {
    fingerprint: "chain" in pin ? sha256Of(pin.chain[0]) : null,
    sign,
    concurrency,
    check: (script, signed) => checkSigned(script, signed, wanted),
    close,
  };
}
