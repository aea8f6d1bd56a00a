import { PortkeepError } from "../errors.ts";
import type { Session } from "./io.ts";
import { describeSigned, sayOfSigned, signedFacts } from "./sign-report.ts";
import { requireSigner } from "./signer.ts";
import type { SigningChoice } from "./signing-options.ts";

/** The most that every RMM tool and script store takes. */
const largest = 60_000;

/** Signs a script that was just rendered, and tells of its signature. Throws `signed-too-large`, and what signing throws. */
export async function signRenderedScript(script: Uint8Array, choice: SigningChoice, session: Session) {
  const signer = await requireSigner(choice, session);
  try {
    const signed = await signer.sign(script);
    if (signed.length > largest) {
      throw new PortkeepError("signed-too-large", { bytes: signed.length, limit: largest });
    }
    const described = describeSigned(signed);
    return { script: signed, facts: signedFacts(described), say: sayOfSigned(described, session.reports) };
  } finally {
    await signer.close();
  }
}
