import { basename } from "node:path";
import { portCount } from "../ports/join.ts";
import { planText, type Rendering } from "./render-report.ts";
import { counted } from "./words.ts";

/** Gives what to say beside the result: what the script will do and why, and the commands to run next. */
export function nextSteps(rendering: Rendering): string {
  const { plan, file, written } = rendering;
  const { recipe, ranges } = plan;
  const ports = `${counted(portCount(ranges), "port")} in ${counted(ranges.length, "range")}`;
  const effect = {
    Apply: `It adds ${ports} to ReservedPorts, after a backup. ${restart[recipe.reboot]}`,
    Test: `It changes nothing, and tells whether ${ports} are reserved.`,
    Restore: `It puts ReservedPorts back as it was before the first Apply. ${restart[recipe.reboot]}`,
  }[recipe.action];
  if (!written) return `Nothing was written. The script would do this: ${effect}\n`;
  return `${planText(rendering)}\n\nThe script is not signed. ${effect}\nNext, on the server, as an administrator:\n${commands(recipe.action, file)}`;
}

const restart = {
  Never: "A restart of the server, which it does not start, puts this into effect.",
  IfNeeded: "It then restarts the server, which puts this into effect.",
};

function commands(action: string, file: string): string {
  const name = file === "-" ? "SCRIPT.ps1" : basename(file);
  const run = `  powershell -NoProfile -ExecutionPolicy Bypass -File ${name}`;
  return action === "Apply" ? `${run} -Action Test\n${run}\n` : `${run}\n`;
}
