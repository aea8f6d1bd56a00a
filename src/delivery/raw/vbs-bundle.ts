import { settingsCard } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme } from "../readme.ts";
import { notSigned } from "../vbs-texts.ts";
import { vbsStarter } from "./vbs-starter.ts";
import { vbsUsage } from "./vbs-usage.ts";

/** Gives a VBScript with a starter and its settings card, for hands and for any tool that can upload and run files. */
export async function rawVbs(given: Package): Promise<BundleFile[]> {
  const { name, script } = given;
  return [
    { path: `${name}.vbs`, bytes: script },
    { path: `${name}.cmd`, bytes: vbsStarter(given) },
    settingsCard(given, {
      run: `Put ${name}.vbs and ${name}.cmd into one folder that only administrators can write to, and run ${name}.cmd as
SYSTEM or as an administrator; with parameters, \`cscript //nologo ${name}.vbs\`.`,
      signatures: notSigned,
    }),
    readme(given, { tool: "VBScript and starter", text: vbsUsage(given) }),
  ];
}
