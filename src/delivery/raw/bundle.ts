import { settingsCard } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme, trustText } from "../readme.ts";
import { starter } from "./starter.ts";

/** Gives the script with a starter and its settings card, for any tool that can upload and run files. */
export async function raw(given: Package): Promise<BundleFile[]> {
  const { name, script, signer } = given;
  return [
    { path: `${name}.ps1`, bytes: script },
    { path: `${name}.cmd`, bytes: starter(given) },
    settingsCard(given, {
      run: `Put ${name}.ps1 and ${name}.cmd into one folder that only administrators can write to, and run ${name}.cmd as
SYSTEM or as an administrator.`,
      signatures: signer
        ? `${name}.cmd has PowerShell ask for a good signature by a trusted publisher (AllSigned), whatever the tool does.`
        : "Nothing asks for a signature, since there is none.",
    }),
    readme(given, { tool: "script and starter", text: usage(given) }),
  ];
}

function usage(given: Package): string {
  const { name } = given;
  return `| file | what it is |
|---|---|
| ${name}.ps1 | the script |
| ${name}.cmd | runs the script beside it, with the 64-bit PowerShell also from a 32-bit tool; passes its exit code on |
| settings-card.md | what it reserves and why, its hash and signer, parameters, exit codes |

${trustText(given)}

## By hand

1. Copy ${name}.ps1 and ${name}.cmd into one folder on the server that only administrators can write to.
2. As an administrator, see first what it would do:

       set PORTKEEP_ACTION=Test
       ${name}.cmd

3. Then in a new window, without that variable, run ${name}.cmd.

The starter takes no arguments. What is to be different goes into variables, as above; settings-card.md lists them.

## By a tool

Upload both files and have the tool run ${name}.cmd as SYSTEM. Tell it that the exit codes 0, 3010 and 3011 are no
failures (3010: the server needs a restart; 3011: the DNS Server does), or set PORTKEEP_REBOOTEXITCODE=0, for tools
that take 3010 for a failure or for an order. **A run whose output has no result, the JSON object in its last line,
did not run**: have it looked at.

## To undo it

Run it with PORTKEEP_ACTION=Restore: that brings back what stood before the first run.
`;
}
