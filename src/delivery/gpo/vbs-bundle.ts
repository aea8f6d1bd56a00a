import { aboutPackage } from "../about.ts";
import { settingsCard } from "../card/card.ts";
import { requireApply } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { vbsStarter } from "../raw/vbs-starter.ts";
import { readme } from "../readme.ts";
import { notSigned } from "../vbs-texts.ts";
import { zip } from "../zip.ts";
import { backupFolder } from "./backup.ts";
import { startupPolicy } from "./startup-policy.ts";
import { vbsUsage } from "./vbs-usage.ts";

/**
 * Gives a backup of a policy that runs a VBScript when a computer starts: to import, or to copy from by hand. There is
 * no script that imports it, since nobody could vouch for one beside a script that is not signed. Throws
 * `package-action`.
 */
export async function gpoVbs(given: Package): Promise<BundleFile[]> {
  requireApply("a startup script by Group Policy", given);
  const { name, script } = given;
  const command = { path: `${name}.cmd`, bytes: vbsStarter(given) };
  const policy = startupPolicy({
    name: aboutPackage(given).title,
    list: "scripts.ini",
    script: command.path,
    bodies: [command, { path: `${name}.vbs`, bytes: script }],
  });
  const files = backupFolder([policy]);
  return [
    ...files.map(({ path, bytes }) => ({ path: `backup/${path}`, bytes })),
    { path: `${name}-gpo-backup.zip`, bytes: zip(files) },
    settingsCard(given, {
      run: "As SYSTEM, by Group Policy, whenever a computer starts that the policy is for. README.md says how.",
      signatures: notSigned,
    }),
    readme(given, { tool: "startup script by Group Policy", text: vbsUsage(given, policy) }),
  ];
}
