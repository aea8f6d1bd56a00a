import { formatRange } from "../../ports/range.ts";
import type { BundleFile, Package } from "../package.ts";
import { sha256 } from "../sha256.ts";
import { markdownTable, markdownText, windowsText } from "../text.ts";
import { powerShellRules } from "./powershell-rules.ts";
import type { Rules } from "./rules.ts";
import { signatureRows } from "./signature.ts";
import { vbsRules } from "./vbs-rules.ts";

/** What a card says of the tool that it is for, as Markdown of our own. */
export interface CardTool {
  /** How the tool runs the script, or is told to. */
  run: string;
  /** Whether the tool, or the way it is told to run the script, refuses a script without a good signature. */
  signatures: string;
  /** What else is to know, in sections of their own. */
  more?: string;
}

const rulesOf: Record<"ps1" | "vbs", Rules> = { ps1: powerShellRules, vbs: vbsRules };

/** Gives the settings card of a script: all that somebody who is to run it, or to judge it, asks. */
export function settingsCard(given: Package, { run, signatures, more }: CardTool): BundleFile {
  const { name, plan, version, settingsId, script } = given;
  const { action, backend, reboot, restartDns = "Never", rebootExitCode } = plan.recipe;
  const format = plan.recipe.format ?? "ps1";
  const { parameters, input, exitCodes, refusers } = rulesOf[format];
  const file = [
    ["file", `${name}.${format}`],
    ["bytes", String(script.length)],
    ["SHA-256", sha256(script)],
    ["made by", `portkeep ${version}`],
    ["settings id", settingsId],
    ["system", plan.system ? markdownText(plan.system.name) : "not named"],
    ["backend", backend],
    ["without parameters", action],
    ["restart", reboot],
    ["restart of the DNS Server", restartDns],
    ["exit code for a restart", String(rebootExitCode)],
  ];
  const text = `# Settings card: ${name}

${markdownTable(["this script", ""], file)}

## What it reserves, and why

${markdownTable(["range", "ports", "needed by", "source", "products"], reasons(given))}

## Signature

${markdownTable(["signature", ""], signatureRows(given))}

${signatures}

## How to run it

${run}

## Parameters

${markdownTable(["parameter", "values"], parameters)}

${input}

## Exit codes

${markdownTable(["code", "meaning"], exitCodes)}

The last line of its output is one JSON object, the result. **A run without that line did not run**, whatever its
exit code says: ${refusers} refused it.
${more ? `\n${more}\n` : ""}`;
  return { path: "settings-card.md", bytes: windowsText(text) };
}

function reasons({ plan }: Package): string[][] {
  return plan.ranges.flatMap((range) =>
    range.reasons.map(({ ports, who, source, products }) => [
      formatRange(range),
      formatRange(ports),
      markdownText(who),
      markdownText(source),
      products.join(", "),
    ]),
  );
}
