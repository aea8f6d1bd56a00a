import { aboutPackage } from "../about.ts";
import { settingsCard } from "../card/card.ts";
import { requireApply } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { starter } from "../raw/starter.ts";
import { readme } from "../readme.ts";
import { thumbprints } from "../thumbprint.ts";
import { zip } from "../zip.ts";
import { backupFolder, backupIdOf } from "./backup.ts";
import { helper, helperFile } from "./helper.ts";
import { requireSigner } from "./signer.ts";
import { startupPolicy } from "./startup-policy.ts";
import { usage } from "./usage.ts";

const tool = "a startup script by Group Policy";

/**
 * Gives backups for Group Policy's `Import-GPO`, of two policies that run the script when a computer starts, and a
 * script that makes one of them a policy. Throws `package-action`, `package-unsigned` and what `sign` throws.
 */
export async function gpo(given: Package): Promise<BundleFile[]> {
  requireApply(tool, given);
  const signer = requireSigner(tool, given);
  const policies = startupPolicies(given);
  const files = backupFolder([policies.starter, policies.powerShell]);
  const script = helper({
    name: policies.name,
    comment: `portkeep ${given.version}, settings ${given.settingsId}`,
    backups: [
      { variant: "Starter", id: backupIdOf(policies.starter) },
      { variant: "PowerShell", id: backupIdOf(policies.powerShell) },
    ],
    files,
    signer: thumbprints(signer).sha256,
  });
  return [
    ...files.map(({ path, bytes }) => ({ path: `backup/${path}`, bytes })),
    { path: `${given.name}-gpo-backup.zip`, bytes: zip(files) },
    { path: helperFile, bytes: await given.sign(script) },
    settingsCard(given, {
      run: "As SYSTEM, by Group Policy, whenever a computer starts that the policy is for. README.md says how.",
      signatures: `${given.name}.cmd has PowerShell ask for a good signature by a trusted publisher (AllSigned). Group Policy
itself never does: an execution policy that it sets does not count for scripts that it starts.`,
    }),
    readme(given, { tool: "startup script by Group Policy", text: usage(given, signer, policies) }),
  ];
}

function startupPolicies(given: Package) {
  const { title } = aboutPackage(given);
  const script = { path: `${given.name}.ps1`, bytes: given.script };
  const command = { path: `${given.name}.cmd`, bytes: starter(given) };
  return {
    name: title,
    // The starter has PowerShell check the signature, and is all that Windows Server 2003 can start.
    starter: startupPolicy({
      name: `${title}, by its starter`,
      list: "scripts.ini",
      script: command.path,
      bodies: [command, script],
    }),
    powerShell: startupPolicy({
      name: `${title}, by PowerShell`,
      list: "psscripts.ini",
      script: script.path,
      bodies: [script],
    }),
  };
}
