import { aboutPackage } from "../about.ts";
import { intuneMachines } from "../intune.ts";
import type { Package } from "../package.ts";
import { trustText } from "../readme.ts";
import { markdownTable } from "../text.ts";

/** Gives what to do with the bundle, for somebody who never made a remediation: Markdown, lines ended by LF. */
export function usage(given: Package): string {
  const { title } = aboutPackage(given);
  const isSigned = given.signer !== null;
  const settings = [
    ["Name", title],
    ["Detection script file", "detection.ps1"],
    ["Remediation script file", "remediation.ps1"],
    ["Run this script using the logged-on credentials", "No"],
    ["Enforce script signature check", isSigned ? "Yes" : "No"],
    ["Run script in 64-bit PowerShell", "Yes"],
  ];
  return `| file | what it is |
|---|---|
| detection.ps1 | looks, and changes nothing: ends with 0 where the ports are reserved, else with 1 |
| remediation.ps1 | reserves them, with a backup; changes nothing where they are |
| remediation.json | both, as Microsoft Graph takes them |
| settings-card.md | what the script reserves and why, its signer, its exit codes |

## Before the first one

${intuneMachines(given)}

Remediations need a license for Windows Enterprise (E3, E5, or A3, A5 for education).

${trustText(given)}
${isSigned ? policy : ""}
## In the portal

1. Open <https://intune.microsoft.com>, **Devices**, **Scripts and remediations**, **Create**.
2. Fill in:

${markdownTable(["field", "value"], settings)}

3. Choose groups, and a schedule: once a day is enough. Try it with one machine first.
4. **Device status** shows each machine. Add the columns for the output of both scripts.

## With Graph

With the permission DeviceManagementScripts.ReadWrite.All (PowerShell module Microsoft.Graph.Authentication):

    Connect-MgGraph -Scopes DeviceManagementScripts.ReadWrite.All
    Invoke-MgGraphRequest -Method POST -Uri https://graph.microsoft.com/beta/deviceManagement/deviceHealthScripts \`
      -ContentType application/json -Body (Get-Content -Raw remediation.json)

Then assign it in the portal.

## What Intune shows

${markdownTable(["code of detection.ps1", "meaning"], detectionCodes)}

${markdownTable(["code of remediation.ps1", "meaning"], remediationCodes)}

The output is the last line of the script, one JSON object. **Without it the script did not run**, whatever else
Intune shows: a code of 1 and no JSON is not "ports are missing". Then look at the error column; most often a
policy did not let the script run.

Neither script restarts the machine. Where \`"rebootRequired":true\` stands in the line, the ports are reserved after
the next restart, which is yours to plan.

Intune runs remediation.ps1 after every code but 0, so also after a detection that failed; it then fails alike.

## To undo it

Delete the remediation, or it will be applied again. Then run your script with \`-Action Restore\`, as
administrator, on the machine.
`;
}

const policy = `
With the signature check on, Intune leaves the execution policy to the machine; with the check off it sets that
aside. So set the policy of your machines to AllSigned (in Intune: **Turn on script execution**).
`;

const detectionCodes = [
  ["0, without issues", "the ports are reserved, or will be after a restart"],
  ["1, with issues", "ports are missing; remediation.ps1 runs"],
  ["any other", "it failed, as the message says; for example 50: this Windows has no such setting"],
];

const remediationCodes = [
  ["0", "the ports are reserved, or will be after a restart"],
  ["1618", "another run is at work; the next one will do"],
  ["any other", "it failed, and changed nothing, or put back what was there; the message says which"],
];
