import type { Package } from "../package.ts";
import { payloadName } from "../payload/payload.ts";
import { trustText } from "../readme.ts";
import { markdownTable } from "../text.ts";
import { variablesOf } from "./variables.ts";

/** Gives what to do with the bundle, for somebody who never imported a component: Markdown, lines ended by LF. */
export function usage(given: Package): string {
  const { name, signer } = given;
  const variables = variablesOf(given).map((variable) => [
    variable.name,
    variable.options?.join(", ") ?? "a number",
    variable.value,
    variable.description,
  ]);
  return `${name}.cpt holds your script as an attached file, ${payloadName(given)}, and as the component's own script a small
launcher. The launcher compares the script's SHA-256${signer ? ", and its signer where Windows can tell," : ""} with what it was made for, copies
it to the folder portkeep in the Windows folder, where only SYSTEM and Administrators can write, and runs the copy${signer ? " with the policy AllSigned" : ""}.

## Import it

1. In Datto RMM, **Automation**, **Components**, **Import**: choose ${name}.cpt. Do not unpack and pack it again:
   Datto refuses what other programs pack.
2. Open the component, look at the script and the variables, and save.
3. Run it as a quick job on one machine, with PORTKEEP_ACTION on Test. Then make a job for all.

An import always makes a new component. Delete the old one, and choose the new one in your jobs.

Do not edit the script in the component${signer ? ": its signature ends with the first changed character" : ""}.

${trustText(given)}

## Variables

${markdownTable(["variable", "values", "default", "meaning"], variables)}

## What Datto shows

${markdownTable(["exit code", "meaning"], exitCodes)}

The output ends with one JSON object, the result. **Without it the script did not run**: the launcher then says why,
and ends with 1603.

## To undo it

Run the component with PORTKEEP_ACTION on Restore: that brings back what stood before the first run.
`;
}

const exitCodes = [
  ["0", "nothing to do, or done; with a restart still to come where the result says so"],
  ["3010", "the ports are reserved after the next restart of the machine"],
  ["1641", "a restart was started"],
  ["1", "Test and Report: ports are missing, which Datto shows as a failure"],
  ["1603", "failed, or did not run; nothing was changed, or the old value was put back"],
  ["any other", "failed, as the message says; nothing was changed"],
];
