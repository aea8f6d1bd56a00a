import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import english from "../../templates/messages.en.json" with { type: "json" };
import dutch from "../../templates/messages.nl.json" with { type: "json" };
import type { Plan } from "../plan/plan.ts";
import type { PlannedRange } from "../plan/ranges.ts";
import { formatRange } from "../ports/range.ts";

const messages = { en: english, nl: dutch };

/** Gives what the templates put into the settings block: all that depends on the choices. */
export function settingsOf({ recipe, system, ranges }: Plan, version: string) {
  const lines = ranges.map((range) => `${formatRange(range)} ${whoNeeds(range)}`);
  return {
    version,
    settingsId: settingsId(recipe, lines),
    recipe: JSON.stringify(recipe),
    system: system?.name ?? "",
    systemVersion: system?.version ?? "",
    backend: recipe.backend,
    action: recipe.action,
    reboot: recipe.reboot,
    rebootExitCode: String(recipe.rebootExitCode),
    ranges: lines,
    messages: messages[recipe.locale],
  };
}

/** Identifies the choices and the ranges they led to: 16 hexadecimal digits. */
function settingsId(recipe: Plan["recipe"], ranges: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([recipe, ranges])))).slice(0, 16);
}

function whoNeeds({ reasons }: PlannedRange): string {
  return [...new Set(reasons.map(({ who, source }) => `${who} (${source})`))].join(", ");
}
