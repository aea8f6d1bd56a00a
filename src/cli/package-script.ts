import type { X509Certificate } from "node:crypto";
import { basename } from "node:path";
import { version } from "../../package.json";
import { makePackage } from "../delivery/make-package.ts";
import type { Package } from "../delivery/package.ts";
import { at, PortkeepError } from "../errors.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan } from "../plan/plan.ts";
import { versionToRender } from "../script/read.ts";
import { renderScript } from "../script/render.ts";
import { sha256Of } from "../signing/verify/trust.ts";
import { verifyScript } from "../signing/verify/verify.ts";
import type { Session } from "./io.ts";
import type { OpenSigner } from "./open-signer.ts";
import { type ReadBack, readBack } from "./read-back.ts";
import { requireSigner } from "./signer.ts";
import { type SigningChoice, wantsSigning } from "./signing-options.ts";
import { certificatesIn } from "./verify-file.ts";

/**
 * Does work on the package of a script, which is checked before. Throws what reading back throws, and
 * `package-not-as-rendered`, `package-signature`, `development-certificate`, `package-script-unsigned`,
 * `package-other-signer`, `package-name`, and what opening a key throws.
 */
export async function withPackage<Result>(
  file: string,
  { choice, session }: { choice: SigningChoice; session: Session },
  work: (given: Package) => Promise<Result>,
): Promise<Result> {
  const read = await readBack(file, version, session);
  const roots =
    choice.timestampRoot === undefined ? undefined : await certificatesIn(choice.timestampRoot, session.io);
  const described = at({ file }, () => describe(read, { choice, timestampRoots: roots }));
  const key = wantsSigning(choice) ? await openKey(described.signer, choice, session) : null;
  try {
    const signScript = key && ((script: Uint8Array) => signAlike(script, key, described.signer));
    return await work(at({ file }, () => makePackage({ ...described, signScript })));
  } finally {
    await key?.close();
  }
}

/** Gives what there is to know of a script, if it is one of ours and in order. */
function describe(
  { bytes, file, reading, recipe, findings }: ReadBack,
  judged: { choice: SigningChoice; timestampRoots: readonly X509Certificate[] | undefined },
) {
  // It may be of another version, as long as all but that is the same.
  const codes = findings.map(({ code }) => code).filter((code) => code !== "other-version");
  const others = codes.filter((code) => code !== "signature-broken");
  if (others.length > 0 || !recipe) throw new PortkeepError("package-not-as-rendered", { findings: others });
  const signer = reading.signature === "none" ? null : judgeSigner(bytes, judged);
  const plan = makePlan(recipe);
  const made = versionToRender(reading, version);
  const { settingsId } = renderScript(plan, made);
  const name = file === "-" ? fileName(plan, settingsId) : basename(file);
  return { name: name.replace(/\.ps1$/i, ""), script: bytes, version: made, settingsId, plan, signer };
}

/** Gives a script's signer, who is judged by nobody but the certificate itself. */
function judgeSigner(
  script: Uint8Array,
  {
    choice,
    timestampRoots,
  }: { choice: SigningChoice; timestampRoots: readonly X509Certificate[] | undefined },
): X509Certificate {
  // SHA-1 is for Windows Server 2003, and the card tells of it.
  const options = { roots: [], timestampRoots, allowSha1: true, now: new Date() };
  const { signer } = verifyScript(script, { ...options, signer: null, integrityOnly: true });
  const pinned = signer && sha256Of(signer);
  const { findings } = verifyScript(script, { ...options, signer: pinned, integrityOnly: false });
  const codes = findings.map(({ code }) => code);
  const others = codes.filter((code) => code !== "development-certificate");
  if (!signer || others.length > 0) throw new PortkeepError("package-signature", { findings: others });
  if (codes.length > 0 && !choice.allowDevelopment) throw new PortkeepError("development-certificate", {});
  return signer;
}

async function openKey(
  signer: X509Certificate | null,
  choice: SigningChoice,
  session: Session,
): Promise<OpenSigner> {
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
  const judged = { roots: [], signer: null, integrityOnly: true, allowSha1: true, now: new Date() };
  const { signer } = verifyScript(signed, judged);
  if (!signer || !wanted || !signer.raw.equals(wanted.raw)) {
    const facts = { wanted: wanted ? sha256Of(wanted) : "", found: signer ? sha256Of(signer) : "" };
    throw new PortkeepError("package-other-signer", facts);
  }
  return signed;
}
