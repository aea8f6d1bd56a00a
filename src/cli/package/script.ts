import type { X509Certificate } from "node:crypto";
import { version } from "../../../package.json";
import { makePackage } from "../../delivery/make-package.ts";
import type { Package } from "../../delivery/package.ts";
import { at, PortkeepError } from "../../errors.ts";
import { describeSignature } from "../../signing/verify/describe.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { Session } from "../io.ts";
import { readBack } from "../read/read-back.ts";
import type { OpenSigner } from "../sign/open-signer.ts";
import { type SigningChoice, wantsSigning } from "../sign/options.ts";
import { requireSigner } from "../sign/signer.ts";
import { certificatesIn } from "../verify/file.ts";
import { checkForPackage } from "./check.ts";

/**
 * Does work on the package of a script, which is checked before. Throws what reading back throws, and
 * `package-not-as-rendered`, `package-signature`, `development-certificate`, `package-script-unsigned`,
 * `vbs-not-signed`, `package-other-signer`, `package-name`, and what opening a key throws.
 */
export async function withPackage<Result>(
  file: string,
  { choice, session }: { choice: SigningChoice; session: Session },
  work: (given: Package) => Promise<Result>,
): Promise<Result> {
  const read = await readBack(file, version, session);
  const { allowDevelopment: development = false, timestampRoot } = choice;
  const timestampRoots =
    timestampRoot === undefined ? undefined : await certificatesIn(timestampRoot, session.io);
  const checked = at({ file }, () => checkForPackage(read, { development, timestampRoots }));
  const key = wantsSigning(choice) ? await openKey({ ...checked, file }, choice, session) : null;
  try {
    const signScript = key && ((script: Uint8Array) => signAlike(script, key, checked.signer));
    return await work(at({ file }, () => makePackage({ ...checked, signScript })));
  } finally {
    await key?.close();
  }
}

async function openKey(
  { file, signer, plan }: Pick<Package, "signer" | "plan"> & { file: string },
  choice: SigningChoice,
  session: Session,
): Promise<OpenSigner> {
  if (plan.recipe.format === "vbs") throw new PortkeepError("vbs-not-signed", {}, { file });
  if (!signer) throw new PortkeepError("package-script-unsigned", {});
  return requireSigner(choice, session);
}

/** Signs a script, and makes sure that it is by the same certificate as the package's own. */
async function signAlike(
  script: Uint8Array,
  key: OpenSigner,
  wanted: X509Certificate | null,
): Promise<Uint8Array> {
  const signed = await key.sign(script);
  const { signer } = describeSignature(signed);
  if (!signer || !wanted || !signer.raw.equals(wanted.raw)) {
    const facts = { wanted: wanted ? sha256Of(wanted) : "", found: signer ? sha256Of(signer) : "" };
    throw new PortkeepError("package-other-signer", facts);
  }
  return signed;
}
