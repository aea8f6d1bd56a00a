import { settingsCard } from "../card/card.ts";
import { requireApply } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { zip } from "../zip.ts";
import { installScript } from "./install-script.ts";
import { contentTypes, nuspec, packageId, relationships } from "./nuspec.ts";
import { cardOf, readme, verification } from "./texts.ts";

/** Gives a package for Chocolatey, for a feed of one's own. Throws `package-action`, and what `sign` throws. */
export async function nupkg(given: Package): Promise<BundleFile[]> {
  requireApply("Chocolatey", given);
  const id = packageId(given);
  const install = await given.sign(installScript(given));
  const archive = zip([
    { path: "_rels/.rels", bytes: Buffer.from(relationships(given)) },
    { path: `${id}.nuspec`, bytes: Buffer.from(nuspec(given)) },
    { path: "tools/chocolateyInstall.ps1", bytes: install },
    { path: `tools/${given.name}.ps1`, bytes: given.script },
    { path: "tools/VERIFICATION.txt", bytes: verification(given, install) },
    { path: "[Content_Types].xml", bytes: Buffer.from(contentTypes()) },
  ]);
  return [
    { path: `${id}.${given.version}.nupkg`, bytes: archive },
    settingsCard(given, cardOf(given)),
    readme(given),
  ];
}
