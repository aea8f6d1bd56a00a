import { PortkeepError } from "../errors.ts";
import type { Plan } from "../plan/plan.ts";
import { concat, toBytes } from "./bytes.ts";
import { frameOf } from "./frame.ts";
import { largestUnsigned } from "./limits.ts";
import { settingsOf } from "./settings.ts";
import { fillSettings } from "./templates.ts";
import { fillVbsSettings } from "./vbs/templates.ts";

export interface Script {
  /** ASCII, lines ended as the choice says. */
  bytes: Uint8Array<ArrayBuffer>;
  settingsId: string;
}

/** Gives the script of a plan. Throws `script-too-large`. */
export function renderScript(plan: Plan, version: string): Script {
  const settings = settingsOf(plan, version);
  const frame = frameOf(plan.recipe);
  const fill = plan.recipe.format === "vbs" ? fillVbsSettings : fillSettings;
  const middle = toBytes(fill(settings), plan.recipe.newline);
  const bytes = concat([frame.before, middle, frame.after]);
  if (bytes.length > largestUnsigned) {
    throw new PortkeepError("script-too-large", { bytes: bytes.length, limit: largestUnsigned });
  }
  return { bytes, settingsId: settings.settingsId };
}
