import { settingsCard } from "../card/card.ts";
import { requireWithout } from "../carry.ts";
import type { BundleFile, Package } from "../package.ts";
import { apiBody, communityEntry } from "./entries.ts";
import { card, readme } from "./texts.ts";

const tool = "Tactical RMM";

/** Gives what Tactical RMM takes by its API, and as an entry of a repository of scripts. Throws `package-text-replaced`. */
export async function tactical(given: Package): Promise<BundleFile[]> {
  // Tactical puts a snippet, or nothing, in the place of a name between double braces.
  requireWithout(tool, given.script, "{{");
  return [
    { path: "script.json", bytes: json(apiBody(given)) },
    { path: "community_scripts.json", bytes: json([communityEntry(given)]) },
    { path: `scripts/${given.name}.ps1`, bytes: given.script },
    settingsCard(given, card),
    readme(given),
  ];
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
