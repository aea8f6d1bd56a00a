import type { Plan } from "../plan/plan.ts";
import { toBytes } from "./bytes.ts";
import { logic } from "./logic.ts";
import { fillOutline } from "./outline.ts";
import { settingsOf } from "./settings.ts";

export interface Script {
  text: string;
  /** The text as it goes into a file: ASCII, lines ended as the choice says. */
  bytes: Uint8Array<ArrayBuffer>;
  settingsId: string;
}

/** Gives the script of a plan. Throws `script-too-large`. */
export function renderScript(plan: Plan, version: string): Script {
  const settings = settingsOf(plan, version);
  const lines = fillOutline({ ...settings, logic });
  const text = plan.recipe.newline === "crlf" ? lines.replaceAll("\n", "\r\n") : lines;
  return { text, bytes: toBytes(text), settingsId: settings.settingsId };
}
