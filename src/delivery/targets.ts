import { PortkeepError } from "../errors.ts";
import { ansible } from "./ansible/bundle.ts";
import { cards } from "./cards/bundle.ts";
import { requireOwnPaths } from "./carry.ts";
import { configmgr } from "./configmgr/bundle.ts";
import { datto } from "./datto/bundle.ts";
import { gpo } from "./gpo/bundle.ts";
import { gpoTrust } from "./gpo/trust-bundle.ts";
import { gpoVbs } from "./gpo/vbs-bundle.ts";
import { intuneRemediation } from "./intune-remediation/bundle.ts";
import { intuneWin32 } from "./intune-win32/bundle.ts";
import { nupkg } from "./nupkg/bundle.ts";
import type { BundleFile, Package, Target } from "./package.ts";
import { raw } from "./raw/bundle.ts";
import { rawVbs } from "./raw/vbs-bundle.ts";
import { tactical } from "./tactical/bundle.ts";

/** The tools that there are bundles for, by the names that `--for` takes. */
export const targets = {
  raw: { ps1: raw, vbs: rawVbs },
  gpo: { ps1: gpo, vbs: gpoVbs },
  "gpo-trust": { ps1: gpoTrust, vbs: "signature" },
  "intune-remediation": { ps1: intuneRemediation, vbs: "powershell" },
  "intune-win32": { ps1: intuneWin32, vbs: "powershell" },
  tactical: { ps1: tactical, vbs: "powershell" },
  datto: { ps1: datto, vbs: "powershell" },
  configmgr: { ps1: configmgr, vbs: "powershell" },
  nupkg: { ps1: nupkg, vbs: "powershell" },
  ansible: { ps1: ansible, vbs: "powershell" },
  ninjaone: { ps1: cards.ninjaone, vbs: "powershell" },
  nable: { ps1: cards.nable, vbs: "powershell" },
  level: { ps1: cards.level, vbs: "powershell" },
} satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;

/**
 * Gives the files of a bundle for one tool. Throws `package-vbs` where the tool has none of a VBScript,
 * `package-name-taken`, and what the tool's own function throws.
 */
export async function makeBundle(name: TargetName, given: Package): Promise<BundleFile[]> {
  const make: Target[keyof Target] = targets[name][given.plan.recipe.format ?? "ps1"];
  if (typeof make === "string")
    throw new PortkeepError("package-vbs", { tool: name, reason: make, others: vbsTargets() });
  const files = await make(given);
  requireOwnPaths(files);
  return files;
}

function vbsTargets(): string[] {
  return Object.entries(targets).flatMap(([name, { vbs }]) => (typeof vbs === "string" ? [] : [name]));
}
