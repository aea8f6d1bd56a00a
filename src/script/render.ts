import { PortkeepError } from "../errors.ts";
import type { Plan } from "../plan/plan.ts";
import { concat, toBytes } from "./bytes.ts";
import { frameOf } from "./frame.ts";
import { settingsOf } from "./settings.ts";
import { fillSettings } from "./templates.ts";

/** The most that leaves a signature with chain and timestamp its room in what RMM tools and script stores take, 64 kB. */
const largest = 52_000;

export interface Script {
  /** ASCII, lines ended as the choice says. */
  bytes: Uint8Array<ArrayBuffer>;
  settingsId: string;
}

/** Gives the script of a plan. Throws `script-too-large`. */
export function renderScript(plan: Plan, version: string): Script {
  const settings = settingsOf(plan, version);
  const frame = frameOf(plan.recipe);
  const middle = toBytes(fillSettings(settings), plan.recipe.newline);
  const bytes = concat([frame.before, middle, frame.after]);
  if (bytes.length > largest) {
    throw new PortkeepError("script-too-large", { bytes: bytes.length, limit: largest });
  }
  return { bytes, settingsId: settings.settingsId };
}
