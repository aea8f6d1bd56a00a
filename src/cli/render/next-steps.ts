import { basename } from "node:path";
import { portCount } from "../../ports/join.ts";
import { readsHash } from "../../table/reads-hash.ts";
import type { Texts } from "../text/language.ts";
import { planText, type Rendering } from "./report.ts";

/**
 * Gives what to say beside the result: what the script will do and why, and the commands to run next. `signed` is
 * what there is to say of its signature, if it has one.
 */
export function nextSteps(
  rendering: Rendering,
  reports: Texts["reports"],
  signed = `${reports.nextSteps.notSigned}\n`,
): string {
  const { plan, written } = rendering;
  const { nextSteps: texts } = reports;
  const effect = texts.effect(plan.recipe, texts.portsInRanges(portCount(plan.ranges), plan.ranges.length));
  if (!written) return `${texts.nothingWritten} ${effect}\n`;
  return `${planText(rendering, reports)}\n\n${effect}\n${signed}${texts.next}\n${commands(rendering)}`;
}

function commands({ plan, file, signed }: Rendering): string {
  if (plan.recipe.format === "vbs") {
    const run = `  cscript //nologo ${file === "-" ? "SCRIPT.vbs" : basename(file)}`;
    return plan.recipe.action === "Apply" ? `${run} /Action:Test\n${run}\n` : `${run}\n`;
  }
  const name = file === "-" ? "SCRIPT.ps1" : basename(file);
  // Nothing trusts a development certificate, and some systems cannot read each hash: a policy that asks for a
  // signature would refuse the script.
  const isAccepted = signed?.hash && !signed.development && readsHash(plan.system, signed.hash);
  const policy = isAccepted ? "AllSigned" : "Bypass";
  const run = `  powershell -NoProfile -ExecutionPolicy ${policy} -File ${name}`;
  return plan.recipe.action === "Apply" ? `${run} -Action Test\n${run}\n` : `${run}\n`;
}
