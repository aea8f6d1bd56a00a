import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";

/** Gives the bytes of a script for these choices; those of the article for the Standard edition by default. */
export function scriptFor(choice: Choice = { products: ["sbs-2003-standard"] }): Uint8Array {
  return renderScript(makePlan(choice), "1.0.0").bytes;
}

export const standardScript = scriptFor();

/** The ranges that KB 956189 lists for the Standard edition, neighbours joined. */
export const wanted = ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "4500-4500"];
