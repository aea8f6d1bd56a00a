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
  steps: ({
    name,
  }) => `1. In **Administration**, **Library**, **Automation**, add a script from ${name}.ps1: language PowerShell, system
   Windows, run as System. Do not change its text.
2. Give it the preset parameters \`-RebootExitCode 0\` and \`-Action Test -RebootExitCode 0\`.
3. Run it on one device with the second, which changes nothing, then with the first.
4. The activity log shows the output. Its last line is one JSON object, the result. **Without it the script did not
   run**: have that looked at like a failure.`,
};

export const nable: ToolTexts = {
  tool: "N-able N-sight RMM",
  limit: 65_535,
  card: {
    run: "As an automated task, with the command line `-RebootExitCode 0`, or as a script check with `-Action Test -RebootExitCode 0`.",
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
  steps: ({
    name,
  }) => `1. In the **Script Manager**, add ${name}.ps1 for automated tasks and script checks. Do not change its text.
2. Make a script check with the command line \`-Action Test -RebootExitCode 0\`: it fails where ports are missing.
3. Make an automated task with the command line \`-RebootExitCode 0\`, and run it on one device first.
4. The last line of the output is one JSON object, the result. **Without it the script did not run**: a failed check
   without it does not say that ports are missing.`,
};

export const level: ToolTexts = {
  tool: "Level",
  card: {
    run: "As a script in an automation, with PORTKEEP_ACTION and the like as variables where they are to differ.",
    signatures: unknownSignatures,
    more: `## In Level

Level ends a script after 100 seconds unless told otherwise: give it 300. A monitor of Level looks at the output, not
at the exit code: have it look for \`"state":"compliant"\` in the last line. ${restart}`,
  },
  steps: ({
    name,
  }) => `1. In **Scripts**, create a script from ${name}.ps1: PowerShell, run as system, timeout 300 seconds. Do not change its text.
2. Run it on one device, first with the action Test, which changes nothing.
3. A monitor that is to tell where ports are missing looks for \`"state":"compliant"\` in the output of the action Test.
   The last line of the output is one JSON object, the result. **Without it the script did not run**: the monitor has
   to take output without it for a failure too.`,
};
