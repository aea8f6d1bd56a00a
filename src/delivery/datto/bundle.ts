import { settingsCard } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { payloadName } from "../payload/payload.ts";
import { readme } from "../readme.ts";
import { zip } from "../zip.ts";
import { cardTool } from "./card.ts";
import { icon } from "./icon.ts";
import { launcherText } from "./launcher.ts";
import { resourceXml } from "./resource.ts";
import { usage } from "./usage.ts";

/** Gives a component for Datto RMM. Throws what `sign` throws. */
export async function datto(given: Package): Promise<BundleFile[]> {
  const launcher = await given.sign(launcherText(given));
  // In the order in which Datto writes them.
  const component = zip([
    { path: "command.bat", bytes: asStored(launcher) },
    { path: "resource.xml", bytes: Buffer.from(resourceXml(given)) },
    { path: "icon.png", bytes: icon },
    { path: payloadName(given), bytes: given.script },
  ]);
  return [
    { path: `${given.name}.cpt`, bytes: component },
    readme(given, { tool: "component for Datto RMM", text: usage(given) }),
    settingsCard(given, cardTool(given)),
  ];
}

// Datto keeps a script without a mark and its last newline, and runs it with a mark, as it was signed.
function asStored(script: Uint8Array): Uint8Array {
  const text = Buffer.from(script).toString();
  return Buffer.from(text.replace(/^\ufeff/, "").replace(/\n$/, ""));
}
