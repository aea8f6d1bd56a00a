import { settingsCard } from "../card/card.ts";
import { requireApply, requireNoRestart } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { createFile, createScript } from "./create.ts";
import { cardOf, readme } from "./texts.ts";

const tool = "Configuration Manager";

/**
 * Gives a Run Script and a configuration item for Microsoft Configuration Manager, and a script that creates both.
 * Throws `package-action`, `package-restart` and what `variant` and `sign` throw.
 */
export async function configmgr(given: Package): Promise<BundleFile[]> {
  requireApply(tool, given);
  requireNoRestart(tool, given);
  const script = { path: `${given.name}.ps1`, bytes: given.script };
  // To a configuration item every code but 0 is an error, so a restart that is still to come must not have one.
  const discovery = {
    path: `${given.name}-discovery.ps1`,
    bytes: await given.variant({ action: "Test", rebootExitCode: 0 }),
  };
  const create = await given.sign(createScript(given, script, discovery));
  return [
    script,
    discovery,
    { path: createFile, bytes: create },
    settingsCard(given, cardOf(given)),
    readme(given),
  ];
}
