import { settingsCard } from "../card/card.ts";
import { requireApply, requireSize } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme } from "../readme.ts";
import { win32App } from "./app.ts";
import { cardTool } from "./card.ts";
import { intunewin } from "./intunewin.ts";
import { usage } from "./usage.ts";

const tool = "the detection rule of an Intune app";
/** What Intune's own service takes, in bytes. */
const largest = 100 * 1024;

/**
 * Gives a Win32 app for Microsoft Intune: the package, the script that detects it, and the body that makes it by
 * Graph. Throws `package-action`, `package-too-large` and what `variant` throws.
 */
export async function intuneWin32(given: Package): Promise<BundleFile[]> {
  requireApply("an Intune app", given);
  // Detected is what ends with 0, so also what waits for a restart.
  const detection = await given.variant({ action: "Test", rebootExitCode: 0 });
  requireSize(tool, detection, largest);
  const setupFile = `${given.name}.ps1`;
  const content = intunewin([{ path: setupFile, bytes: given.script }], setupFile);
  const body = win32App(given, detection);
  return [
    { path: `${given.name}.intunewin`, bytes: content },
    { path: "detection.ps1", bytes: detection },
    { path: "app.json", bytes: Buffer.from(`${JSON.stringify(body, null, 2)}\n`) },
    readme(given, { tool: "Win32 app for Microsoft Intune", text: usage(given) }),
    settingsCard(given, cardTool(given)),
  ];
}
