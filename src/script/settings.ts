import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Plan } from "../plan/plan.ts";
import type { PlannedRange } from "../plan/ranges.ts";
import { formatRange } from "../ports/range.ts";

/** Gives what the template puts into the settings: all that depends on the choices but the messages. */
export function settingsOf(plan: Plan, version: string) {
  const { action, backend, reboot, restartDns = "Never", rebootExitCode } = plan.recipe;
  const recipe = JSON.stringify(plan.recipe);
  return {
    version,
    // Identifies the choices: 16 hexadecimal digits.
    settingsId: bytesToHex(sha256(utf8ToBytes(recipe)).subarray(0, 8)),
    recipe,
    system: plan.system?.name ?? "",
    systemVersion: plan.system?.version ?? "",
    backend,
    action,
    reboot,
    restartDns,
    rebootExitCode: String(rebootExitCode),
    ranges: plan.ranges.map((range) => `${formatRange(range)} ${whoNeeds(range)}`),
  };
}

function whoNeeds({ reasons }: PlannedRange): string {
  const [first] = reasons;
  if (first && reasons.length === 1) return `${first.who} (${first.source})`;
  return [...new Set(reasons.map(({ who, source }) => `${who} (${source})`))].join(", ");
}
