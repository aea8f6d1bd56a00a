import { at, PortkeepError } from "../../errors.ts";
import { parseSignCommand } from "../../signing/external/command.ts";
import { fileSigner } from "../../signing/external/file-signer.ts";
import { hashSigner } from "../../signing/external/hash-signer.ts";
import type { Pin } from "../../signing/external/pin.ts";
import type { HashSigner } from "../../signing/hash-signer.ts";
import { chainOfSigner } from "../../signing/keys/key-pair.ts";
import type { Session } from "../io.ts";
import { certificatesIn } from "../verify/file.ts";
import { checkDevelopment, warnOfChain } from "./chain-checks.ts";
import { checkSigned } from "./check-signed.ts";
import { openHashSigner, type PinnedSigner } from "./open-signer.ts";
import type { SigningChoice } from "./options.ts";

/**
 * Opens a signing command: of whole scripts, of hashes, or a co-process. Throws `option-conflict`, `option-needs`,
 * `sign-command-*`, `certificate-*`, `file-*`, and what `openHashSigner` throws.
 */
export async function openCommand(
  text: string,
  choice: SigningChoice,
  session: Session,
): Promise<PinnedSigner> {
  const { io } = session;
  const command = at({ option: "--sign-command" }, () => parseSignCommand(text));
  const { signPasswordEnv, signPasswordFile, hash, allowDevelopment = false } = choice;
  if (signPasswordEnv !== undefined || signPasswordFile !== undefined) {
    const option = signPasswordEnv === undefined ? "--sign-password-file" : "--sign-password-env";
    throw new PortkeepError("option-conflict", { options: ["--sign-command", option] });
  }
  const pin = await pinFrom(choice, session);
  if (command.kind !== "file") {
    const signer = hashSigner({ command, env: io.env, pin });
    const key = pin && "chain" in pin ? signer : checkingChains(signer, choice);
    return { ...(await openHashSigner(key, choice, session)), pin };
  }
  if (!pin) {
    throw new PortkeepError("option-needs", {
      option: "--sign-command",
      others: ["--sign-cert", "--sign-subject"],
    });
  }
  if (choice.timestamp) {
    // The command signs the whole file, so it has to ask for the timestamp itself.
    throw new PortkeepError("option-conflict", { options: ["--sign-command {file}", "--timestamp"] });
  }
  const signer = fileSigner({
    command,
    env: io.env,
    check(given, signed) {
      checkSigned(given, signed, { pin, hash, allowDevelopment });
    },
  });
  const { concurrency } = signer;
  return { sign: (script) => signer.sign(script, hash), concurrency, close: () => signer.close(), pin };
}

/** Checks the certificates that come with an answer, as those in a file are checked before. */
function checkingChains(signer: HashSigner, choice: SigningChoice): HashSigner {
  return {
    ...signer,
    async sign(message, hash) {
      const answer = await signer.sign(message, hash);
      const [leaf] = chainOfSigner(answer.chain.slice(0, 1), choice).chain;
      checkDevelopment(leaf, choice);
      return answer;
    },
  };
}

async function pinFrom(choice: SigningChoice, session: Session): Promise<Pin | null> {
  const { signCert: file, signSubject: subject } = choice;
  if (file !== undefined && subject !== undefined) {
    throw new PortkeepError("option-conflict", { options: ["--sign-cert", "--sign-subject"] });
  }
  if (subject !== undefined) return { subject };
  if (file === undefined) return null;
  const certificates = await certificatesIn(file, session.io);
  const { chain, warnings } = at({ file }, () => {
    const checked = chainOfSigner(certificates, choice);
    checkDevelopment(checked.chain[0], choice);
    return checked;
  });
  const [leaf, ...issuers] = chain;
  if (!leaf) throw new RangeError("a chain begins with the signer's certificate");
  warnOfChain(warnings, session);
  return { chain: [leaf, ...issuers] };
}
