import { basename } from "node:path";
import { portCount } from "../ports/join.ts";
import type { Texts } from "./language.ts";
import { planText, type Rendering } from "./render-report.ts";

/** Gives what to say beside the result: what the script will do and why, and the commands to run next. */
export function nextSteps(rendering: Rendering, reports: Texts["reports"]): string {
  const { plan, file, written } = rendering;
  const { nextSteps: texts } = reports;
  const effect = texts.effect(plan.recipe, texts.portsInRanges(portCount(plan.ranges), plan.ranges.length));
  if (!written) return `${texts.nothingWritten} ${effect}\n`;
  return `${planText(rendering, reports)}\n\n${texts.notSigned} ${effect}\n${texts.next}\n${commands(plan.recipe.action, file)}`;
}

function commands(action: string, file: string): string {
  const name = file === "-" ? "SCRIPT.ps1" : basename(file);
  const run = `  powershell -NoProfile -ExecutionPolicy Bypass -File ${name}`;
  return action === "Apply" ? `${run} -Action Test\n${run}\n` : `${run}\n`;
}
