import { at, PortkeepError } from "../../errors.ts";
import { type KeyPair, pairKey } from "../../signing/keys/key-pair.ts";
import type { KeyStore } from "../../signing/keys/key-store.ts";
import { readPrivateKey } from "../../signing/keys/pem.ts";
import { readPfx } from "../../signing/keys/pfx/read.ts";
import { readInput } from "../input.ts";
import type { Session } from "../io.ts";
import { certificatesIn } from "../verify/file.ts";
import { checkDevelopment, warnOfChain } from "./chain-checks.ts";
import { warnOfOpenFile } from "./open-file.ts";
import type { SigningChoice } from "./options.ts";
import { withPassword } from "./password.ts";

const largest = 1_000_000;

/**
 * Opens the key and the certificates that the options name, and checks them. Throws `option-needs`,
 * `development-certificate`, `password-*`, `pfx-*`, `key-*`, `certificate-*`, `file-*`.
 */
export async function openKeyPair(choice: SigningChoice, session: Session): Promise<KeyPair> {
  const { signPfx, signKey, signDevelopment } = choice;
  const file = signPfx ?? signKey;
  if (signDevelopment) {
    // What makes certificates is large, and a key of one's own needs none of it.
    const { developmentKey } = await import("./development-key.ts");
    return pairKey(await developmentKey(session.io), choice);
  }
  if (file === undefined) throw new RangeError("no key is named");
  const store = await (signPfx === undefined
    ? openKey(file, choice, session)
    : openPfx(file, choice, session));
  const { chain, warnings, key } = at({ file: choice.signCert ?? file }, () => {
    const pair = pairKey(store, choice);
    checkDevelopment(pair.chain[0], choice);
    return pair;
  });
  warnOfChain(warnings, session);
  await warnOfOpenFile(file, session);
  return { key, chain };
}

/** Opens a PFX; `--sign-cert` may add certificates that it lacks. */
async function openPfx(file: string, choice: SigningChoice, session: Session): Promise<KeyStore> {
  const bytes = await readInput(file, largest, session.io);
  const store = await withPassword(file, choice, session, {
    open: (password) => at({ file }, () => readPfx(bytes, password ?? "")),
    needsOne: "pfx-wrong-password",
  });
  return {
    ...store,
    certificates: [...store.certificates, ...(await certificatesIn(choice.signCert, session.io))],
  };
}

async function openKey(file: string, choice: SigningChoice, session: Session): Promise<KeyStore> {
  if (choice.signCert === undefined) {
    throw new PortkeepError("option-needs", { option: "--sign-key", others: ["--sign-cert"] });
  }
  const certificates = await certificatesIn(choice.signCert, session.io);
  const bytes = await readInput(file, largest, session.io);
  const key = await withPassword(file, choice, session, {
    open: (password) => at({ file }, () => readPrivateKey(bytes, password)),
    needsOne: "key-encrypted",
  });
  return { key, certificates };
}
