import type { X509Certificate } from "node:crypto";
import { PortkeepError } from "../../errors.ts";
import { isDevelopment } from "../../signing/certificates/development.ts";
import type { KeyWarning, KeyWarningFacts } from "../../signing/keys/warnings.ts";
import type { Session } from "../io.ts";
import { warn } from "../warn.ts";
import type { SigningChoice } from "./options.ts";

/** A language's sentence for each thing that may keep others from trusting a signature. */
export type KeyWarningTexts = { [Code in keyof KeyWarningFacts]: (facts: KeyWarningFacts[Code]) => string };

/** Throws `development-certificate` for one that is not expressly allowed. */
export function checkDevelopment(
  certificate: X509Certificate | undefined,
  { allowDevelopment }: Pick<SigningChoice, "allowDevelopment">,
): void {
  if (certificate && isDevelopment(certificate) && !allowDevelopment) {
    throw new PortkeepError("development-certificate", {});
  }
}

/** Tells the warnings about the certificates that sign. */
export function warnOfChain(warnings: readonly KeyWarning[], session: Session): void {
  for (const { code, facts } of warnings) {
    const sentence = session.reports.sign.warnings[code] as (facts: unknown) => string;
    warn(sentence(facts), session);
  }
}
