import { basename } from "node:path";
import { shellWord } from "../../plan/command-line.ts";
import { portCount } from "../../ports/join.ts";
import { readsHash } from "../../signing/reads-hash.ts";
import type { Texts } from "../text/language.ts";
import { printable } from "../text/words.ts";
import { planText, type Rendering } from "./report.ts";

/**
 * Gives what to say beside the result: what the script will do and why, and the commands to run next. `signed` is
 * what there is to say of its signature, if it has one; `width` is the terminal's.
 */
export function nextSteps(
  rendering: Rendering,
  reports: Texts["reports"],
  signed = `${reports.nextSteps.notSigned}\n`,
  width?: number,
): string {
  const { plan, written } = rendering;
  const { nextSteps: texts } = reports;
  const effect = texts.effect(plan.recipe, texts.portsInRanges(portCount(plan.ranges), plan.ranges.length));
  if (!written) return `${texts.nothingWritten} ${effect}\n`;
  return `${planText(rendering, reports, width)}\n\n${effect}\n${signed}${texts.next}\n${commands(rendering)}`;
}

function commands({ plan, file, signed }: Rendering): string {
  const { format = "ps1" } = plan.recipe;
  // The server has it in another folder.
  const name = printable(file === "-" ? `SCRIPT.${format}` : shellWord(basename(file)));
  if (format === "vbs") {
    const run = `  cscript //nologo ${name}`;
    return plan.recipe.action === "Apply" ? `${run} /Action:Test\n${run}\n` : `${run}\n`;
  }
  // Nothing trusts a development certificate, and some systems cannot read each hash: a policy that asks for a
  // signature would refuse the script.
  const isAccepted = signed?.hash && !signed.development && readsHash(plan.system, signed.hash);
  const policy = isAccepted ? "AllSigned" : "Bypass";
  const run = `  powershell -NoProfile -ExecutionPolicy ${policy} -File ${name}`;
  return plan.recipe.action === "Apply" ? `${run} -Action Test\n${run}\n` : `${run}\n`;
}
