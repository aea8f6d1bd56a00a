import { argumentsOf, commandLine } from "../../plan/command-line.ts";
import type { CardTool } from "../card/card.ts";
import type { Package } from "../package.ts";
import { markdownTable } from "../text.ts";

/** What there is to say of a tool, as far as its maker's documentation goes. */
export interface ToolTexts {
  tool: string;
  card: CardTool;
  /** How to get the script into the tool, as Markdown. */
  steps: (given: Package) => string;
  /** The most bytes of a script that it takes. */
  limit?: number;
}

const unknownSignatures = `Whether the tool keeps the script byte for byte, and with which policy it starts PowerShell, its
documentation does not say. Try it with one machine, where a policy demands signatures, before you rely on one.`;

const unknownNames = `Its documentation, as far as it could be read, does not show the buttons: so this says what to do, and not where to click.`;

const restart =
  "`-RebootExitCode 0` makes the script end with 0 also where a restart is needed; the result tells.";

export const ninjaone: ToolTexts = {
  tool: "NinjaOne",
  card: {
    run: "As System, with the parameters `-RebootExitCode 0`. NinjaOne uses the PowerShell that is installed.",
    signatures: unknownSignatures,
    more: `## In NinjaOne

NinjaOne takes 0 for success and every other code for a failure. ${restart} Script variables reach the script as environment variables, under a
name that NinjaOne makes of theirs: if that is one of the variables above, they work too.`,
  },
  steps: ({ name }) => `${unknownNames}

1. Add ${name}.ps1 to the **Automation Library** as a script: language PowerShell, for Windows, run as System. Do not
   change its text.
2. Run it on one device with the parameters \`-Action Test -RebootExitCode 0\`, which change nothing.
3. Run it with the parameters \`-RebootExitCode 0\`.
4. Look at the output of each run. Its last line is one JSON object, the result. **Without it the script did not
   run**: have that looked at like a failure.`,
};

export const nable: ToolTexts = {
  tool: "N-able N-sight RMM",
  limit: 65_535,
  card: {
    run: "As an automated task, with the arguments `-RebootExitCode 0`, or as a script check with `-Action Test -RebootExitCode 0`.",
    signatures: unknownSignatures,
    more: `## In N-sight

N-sight takes 0 as passed and every other code as failed. It keeps 1 to 999 for its own scripts, and shows the output
for sure only where the code is above 1000. ${restart}

${markdownTable(
  ["code", "in N-sight"],
  [
    ["0", "passed"],
    ["1603, 1618", "failed, with the output"],
    [
      "1, 5, 13, 50, 87",
      "failed; the output, which tells why, may be missing: take the code from the table above",
    ],
  ],
)}

Output is cut at 10,000 characters; the script's stays below that unless hundreds of ranges are reserved.`,
  },
  steps: ({ name }) => `${unknownNames}

1. Upload ${name}.ps1 as a script of your own, for checks and for automated tasks. Do not change its text.
2. Make a script check of it, daily or 24x7, with the arguments \`-Action Test -RebootExitCode 0\`: it fails where ports
   are missing.
3. Make an automated task of it with the arguments \`-RebootExitCode 0\`, and run that on one device first.
4. The last line of the output is one JSON object, the result. **Without it the script did not run**: a failed check
   without it does not say that ports are missing.`,
};

export const level: ToolTexts = {
  tool: "Level",
  card: {
    run: "As a script in an automation, run as Local system. Level tells of no way to give it parameters or variables: see below.",
    signatures: unknownSignatures,
    more: `## In Level

Level ends a script after 100 seconds unless told otherwise: give it 300. Values reach a script by names in double
braces, which Level fills in its text. This text has none, and with a signature it cannot have any: so what is to differ
is rendered into a script of its own. With \`--reboot-exit-code 0\` it ends with 0 also where a restart is needed; the
result tells.

A script monitor of Level looks at the whole output, not at the exit code: have it look for \`"state":"compliant"\`,
which stands in the result alone.`,
  },
  steps: ({
    name,
    plan,
  }) => `1. In **Scripts**, **Create script**: language PowerShell, timeout 300 seconds, run as **Local system**. Its text is that
   of ${name}.ps1, unchanged.
2. Make another one of the script that only looks, and sign it as this one is:

       ${commandLine(argumentsOf({ ...plan.recipe, action: "Test", rebootExitCode: 0 }))}

3. Run that on one device, then ${name}.ps1, by the action **Run script** of an automation.
4. To watch, make a script monitor that runs the one that only looks, and have it raise an alert where the output is without
   \`"state":"compliant"\`. The last line of the output is one JSON object, the result. **Without it the script did not
   run**, and then the monitor raises an alert too.`,
};
