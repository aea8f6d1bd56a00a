import { PortkeepError } from "../errors.ts";
import { isDeviceName } from "../plan/file-name.ts";
import { makePlan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import type { Package } from "./package.ts";

/** What a package is made of; `signScript` is null where there is no key. */
export interface PackageParts extends Omit<Package, "variant" | "sign"> {
  signScript: ((script: Uint8Array) => Promise<Uint8Array>) | null;
}

/**
 * Makes a package of a script that was checked. What belongs to it is signed as it is, by the same key. Throws
 * `package-name`, and from its functions `package-needs-key` and what signing throws.
 */
export function makePackage({ signScript, ...given }: PackageParts): Package {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(given.name) || isDeviceName(given.name)) {
    throw new PortkeepError("package-name", { name: given.name });
  }
  const deliver = async (script: Uint8Array) => {
    if (!given.signer) return script;
    if (!signScript) throw new PortkeepError("package-needs-key", {});
    return signScript(script);
  };
  return {
    ...given,
    variant: async (changes) => {
      const plan = makePlan({ ...given.plan.recipe, ...changes });
      return deliver(renderScript(plan, given.version).bytes);
    },
    sign: async (script) => deliver(Buffer.from(script)),
  };
}
