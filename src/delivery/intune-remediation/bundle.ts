import { aboutPackage } from "../about.ts";
import { settingsCard } from "../card/card.ts";
import { requireApply, requireNoRestart, requireSize } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme } from "../readme.ts";
import { cardTool } from "./card.ts";
import { healthScript, type Scripts } from "./health-script.ts";
import { usage } from "./usage.ts";

const tool = "an Intune remediation";
/** What Microsoft's documentation says, in bytes. */
const largest = 200 * 1024;

/**
 * Gives a remediation for Microsoft Intune: two scripts, and the body that makes it by Graph. Throws
 * `package-action`, `package-restart`, `package-too-large` and what `variant` throws.
 */
export async function intuneRemediation(given: Package): Promise<BundleFile[]> {
  requireApply(tool, given);
  requireNoRestart(tool, given);
  const scripts = await scriptsOf(given);
  const body = healthScript(aboutPackage(given), scripts, given.signer !== null);
  return [
    { path: "detection.ps1", bytes: scripts.detection },
    { path: "remediation.ps1", bytes: scripts.remediation },
    { path: "remediation.json", bytes: Buffer.from(`${JSON.stringify(body, null, 2)}\n`) },
    readme(given, { tool: "remediation for Microsoft Intune", text: usage(given) }),
    settingsCard(given, cardTool(given, scripts)),
  ];
}

// Intune takes every code but 0 as an issue, so a restart that is still to come must not be one.
async function scriptsOf({ variant }: Package): Promise<Scripts> {
  const scripts = {
    detection: await variant({ action: "Test", rebootExitCode: 0 }),
    remediation: await variant({ action: "Apply", rebootExitCode: 0 }),
  };
  requireSize(tool, scripts.detection, largest);
  requireSize(tool, scripts.remediation, largest);
  return scripts;
}
