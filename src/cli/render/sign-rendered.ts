import type { System } from "../../table/table.ts";
import type { Session } from "../io.ts";
import type { SigningChoice } from "../sign/options.ts";
import { describeSigned, sayOfSigned, signedFacts } from "../sign/report.ts";
import { requireSigner } from "../sign/signer.ts";

/** Signs a script that was just rendered for a system, and tells of its signature. Throws what signing throws. */
export async function signRenderedScript(
  { bytes: script, system }: { bytes: Uint8Array; system: System | null },
  choice: SigningChoice,
  session: Session,
) {
  const signer = await requireSigner(choice, session);
  try {
    const signed = await signer.sign(script);
    const described = describeSigned(signed);
    const say = sayOfSigned(described, system, session.reports);
    return { script: signed, facts: signedFacts(described), say };
  } finally {
    await signer.close();
  }
}
