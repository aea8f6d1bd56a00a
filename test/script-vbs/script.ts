import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";

/** Gives a VBScript; by default for the same ranges as `wanted` of test/script/script.ts. */
export function vbsFor(choice: Choice = {}): Uint8Array {
  const plan = makePlan({
    products: ["ias", "l2tp", "autd", "ipsec"],
    os: "windows-2000-server",
    format: "vbs",
    ...choice,
  });
  return renderScript(plan, "1.0.0").bytes;
}

export const standardVbs = vbsFor();
