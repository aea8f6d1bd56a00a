import type { BundleFile, Package } from "../package.ts";
import { windowsText } from "../text.ts";
import { thumbprints } from "../thumbprint.ts";
import { zip } from "../zip.ts";
import { backupFolder, backupIdOf } from "./backup.ts";
import { helper, helperFile } from "./helper.ts";
import { requireSigner } from "./signer.ts";
import { trustPolicy } from "./trust-policy.ts";
import { trustReadme } from "./trust-readme.ts";

/**
 * Gives a backup for Group Policy's `Import-GPO`, of a policy that has computers trust who signed the script, and
 * run signed scripts alone. Throws `package-unsigned` and what `sign` throws.
 */
export async function gpoTrust(given: Package): Promise<BundleFile[]> {
  const signer = requireSigner("a policy to trust its publisher", given);
  const policy = trustPolicy(
    `Trust the publisher ${thumbprints(signer).sha1.slice(0, 8)}, run signed scripts`,
    signer,
  );
  const files = backupFolder([policy]);
  const script = helper({
    name: policy.name,
    comment: `portkeep ${given.version}`,
    backups: [{ variant: "Trust", id: backupIdOf(policy) }],
    files,
    signer: null,
  });
  return [
    ...files.map(({ path, bytes }) => ({ path: `backup/${path}`, bytes })),
    { path: "publisher-gpo-backup.zip", bytes: zip(files) },
    { path: helperFile, bytes: await given.sign(script) },
    { path: "README.md", bytes: windowsText(trustReadme(policy.name, signer)) },
  ];
}
