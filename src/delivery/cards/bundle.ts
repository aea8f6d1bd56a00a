import { settingsCard } from "../card/card.ts";
import { requireSize } from "../carry.ts";
import type { BundleFile, BundleMaker, Package } from "../package.ts";
import { readme, trustText } from "../readme.ts";
import { level, nable, ninjaone, type ToolTexts } from "./tools.ts";

/** For a tool that takes a script by its pages alone: the script, its card, and how to get it there. */
function byHand({ tool, card, steps, limit }: ToolTexts): BundleMaker {
  return async (given: Package): Promise<BundleFile[]> => {
    if (limit) requireSize(tool, given.script, limit);
    return [
      { path: `${given.name}.ps1`, bytes: given.script },
      settingsCard(given, card),
      readme(given, { tool: `script for ${tool}`, text: `${steps(given)}\n\n${trustText(given)}\n` }),
    ];
  };
}

/** Each throws `package-too-large` where its tool takes no script of so many bytes. */
export const cards = { ninjaone: byHand(ninjaone), nable: byHand(nable), level: byHand(level) };
