import { X509Certificate } from "node:crypto";
import { makePackage } from "../../src/delivery/make-package.ts";
import type { Package } from "../../src/delivery/package.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { scriptSigner } from "../../src/signing/authenticode/sign.ts";
import type { HashName } from "../../src/signing/hash.ts";
import { nodeSigner } from "../signing/node-signer.ts";
import { type Issued, pki } from "../signing/pki.ts";

const { signers } = await pki();
const version = "1.2.3";
const name = "reserve-ports";

/** Gives the package of a script for these choices, signed by a key that is at hand. */
export async function signedPackage(
  choice: Choice = { products: ["sbs-2003-standard"] },
  signer: Issued = signers.rsa2048,
  hash: HashName = "sha256",
): Promise<Package> {
  const signScript = scriptSigner(nodeSigner(signer), { hash });
  const { script, ...given } = unsignedPackage(choice);
  return makePackage({
    ...given,
    script: await signScript(script),
    signer: new X509Certificate(signer.certificatePem),
    signScript,
  });
}

/** Gives the package of a script for these choices that is not signed. */
export function unsignedPackage(choice: Choice = { products: ["sbs-2003-standard"] }): Package {
  const plan = makePlan(choice);
  const { bytes, settingsId } = renderScript(plan, version);
  return makePackage({ name, script: bytes, version, settingsId, plan, signer: null, signScript: null });
}
