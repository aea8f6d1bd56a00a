import { PortkeepError } from "../../errors.ts";
import { inProcessSigner } from "../../signing/keys/in-process.ts";
import type { Session } from "../io.ts";
import { openCommand } from "./command-signer.ts";
import { openKeyPair } from "./key-files.ts";
import { openHashSigner, type PinnedSigner } from "./open-signer.ts";
import type { SigningChoice } from "./options.ts";

const sources = [
  ["--sign-pfx", "signPfx"],
  ["--sign-key", "signKey"],
  ["--sign-command", "signCommand"],
  ["--sign-development", "signDevelopment"],
] as const;

/**
 * Opens what signs, and checks it before there is anything to sign. What the user should mind goes to standard
 * error. Throws `option-conflict`, `option-needs`, and what keys, commands and timestamp authorities throw.
 */
export async function requireSigner(choice: SigningChoice, session: Session): Promise<PinnedSigner> {
  checkSources(choice);
  if (choice.signCommand !== undefined) return openCommand(choice.signCommand, choice, session);
  const pair = await openKeyPair(choice, session);
  const [leaf, ...issuers] = pair.chain;
  const open = await openHashSigner(inProcessSigner(pair), choice, session);
  return { ...open, pin: leaf ? { chain: [leaf, ...issuers] } : null };
}

function checkSources(choice: SigningChoice): void {
  const [source, ...others] = sources
    .filter(([, name]) => choice[name] !== undefined)
    .map(([option]) => option);
  if (!source) {
    throw new PortkeepError("signing-key-missing", { options: sources.map(([option]) => option) });
  }
  if (others.length > 0) throw new PortkeepError("option-conflict", { options: [source, ...others] });
  if (source === "--sign-development") checkDevelopmentAlone(choice);
  if (choice.signSubject !== undefined && source !== "--sign-command") {
    throw new PortkeepError("option-needs", { option: "--sign-subject", others: ["--sign-command"] });
  }
  const { timestamp, timestampRoot, timestampInterval } = choice;
  const option = timestampRoot !== undefined ? "--timestamp-root" : "--timestamp-interval";
  if (timestamp === undefined && (timestampRoot !== undefined || timestampInterval !== undefined)) {
    throw new PortkeepError("option-needs", { option, others: ["--timestamp"] });
  }
}

/** Throws `option-conflict` for what belongs to a key of one's own. */
function checkDevelopmentAlone({ signCert, signPasswordFile, signPasswordEnv }: SigningChoice): void {
  const ofKeys = {
    "--sign-cert": signCert,
    "--sign-password-file": signPasswordFile,
    "--sign-password-env": signPasswordEnv,
  };
  const [other] = Object.entries(ofKeys).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (other) throw new PortkeepError("option-conflict", { options: ["--sign-development", other] });
}
