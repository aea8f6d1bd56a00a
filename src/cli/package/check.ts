import type { X509Certificate } from "node:crypto";
import { basename } from "node:path";
import { version } from "../../../package.json";
import type { PackageParts } from "../../delivery/make-package.ts";
import { PortkeepError } from "../../errors.ts";
import { fileName } from "../../plan/file-name.ts";
import { makePlan } from "../../plan/plan.ts";
import { versionToRender } from "../../script/read.ts";
import { renderScript } from "../../script/render.ts";
import { describeSignature } from "../../signing/verify/describe.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import { verifyScript } from "../../signing/verify/verify.ts";
import type { ReadBack } from "../read/read-back.ts";

/** What a script's signature may be like. */
export interface Allowed {
  development: boolean;
  /** Those whose timestamps count. */
  timestampRoots: readonly X509Certificate[] | undefined;
}

/**
 * Gives what a package is made of, of a script that is what this version renders, and unsigned or well signed. Throws
 * `package-not-as-rendered`, `package-signature`, `development-certificate`.
 */
export function checkForPackage(
  { bytes, file, reading, recipe, findings }: ReadBack,
  allowed: Allowed,
): Omit<PackageParts, "signScript"> {
  // It may be of another version, as long as all but that is the same. Its signature is judged below.
  const others = findings
    .map(({ code }) => code)
    .filter((code) => code !== "other-version" && code !== "signature-broken");
  if (others.length > 0 || !recipe) throw new PortkeepError("package-not-as-rendered", { findings: others });
  const signer = reading.signature === "none" ? null : judgeSigner(bytes, allowed);
  const plan = makePlan(recipe);
  const made = versionToRender(reading, version);
  const { settingsId } = renderScript(plan, made);
  const name = file === "-" ? fileName(plan, settingsId) : basename(file);
  return { name: name.replace(/\.(ps1|vbs)$/i, ""), script: bytes, version: made, settingsId, plan, signer };
}

/** Gives a script's signer, whom nobody vouches for: what is judged is its certificate, and that it did sign this. */
function judgeSigner(script: Uint8Array, { development, timestampRoots }: Allowed): X509Certificate {
  // SHA-1 is for Windows Server 2003, and the card tells of it.
  const options = { roots: [], timestampRoots, integrityOnly: false, allowSha1: true, now: new Date() };
  const { signer } = describeSignature(script);
  const { findings } = verifyScript(script, { ...options, signer: signer && sha256Of(signer) });
  const codes = findings.map(({ code }) => code);
  const others = codes.filter((code) => code !== "development-certificate");
  if (!signer || others.length > 0) throw new PortkeepError("package-signature", { findings: others });
  if (codes.length > 0 && !development) throw new PortkeepError("development-certificate", {});
  return signer;
}
