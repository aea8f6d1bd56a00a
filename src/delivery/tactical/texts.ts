import type { CardTool } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme as readmeOf, trustText } from "../readme.ts";

export const card: CardTool = {
  run: "Tactical RMM runs it as SYSTEM, from a temporary file. README.md says how to make it known there.",
  signatures: `Tactical RMM starts PowerShell with the policy Bypass, so it asks for no signature. The signature stays on the script:
portkeep verify, or Windows where the script is saved again, still judges it.`,
  more: `## In Tactical RMM

Tactical starts PowerShell in a way that makes 1 of every code but 0. So this bundle sets PORTKEEP_REBOOTEXITCODE=0,
by which the script ends with 0 also where a restart is needed; the result tells. Tactical itself uses 65, 85 and 98
(the time is over).`,
};

/** Gives what to do with the bundle, for somebody who never added a script to Tactical RMM. */
export function readme(given: Package): BundleFile {
  const { name } = given;
  const text = `| file | what it is |
|---|---|
| script.json | the script, as Tactical's API takes it |
| community_scripts.json, scripts/${name}.ps1 | the same, for a repository of scripts of your own |
| settings-card.md | what it reserves and why, its hash and signer, parameters, exit codes |

## Add it by the API

1. In Tactical, **Settings**, **Global Settings**, **API Keys**: make a key for a user who may manage scripts.
2. In PowerShell, in this folder, with your server's address (it begins with api.):

       $key = Read-Host 'API key'
       Invoke-RestMethod -Method Post -Uri https://api.example.com/scripts/ -Headers @{ 'X-API-KEY' = $key } \`
         -ContentType application/json -InFile script.json

3. In **Settings**, **Scripts Manager** the script is there. Do not edit its text there: one changed character, and
   its signature is broken.

Tactical cannot look at a signature: whoever can change scripts in Tactical decides what runs.

## Run it

1. On one machine: right click, **Run Script**, with the arguments \`-Action Test\`. It changes nothing.
2. Then without arguments, there and on all others. Keep PORTKEEP_REBOOTEXITCODE=0 among the environment variables.

| return code | meaning |
|---|---|
| 0 | done, or nothing to do; where the result says "rebootRequired":true, the ports are reserved after a restart |
| 1 | failed, or did not run; with -Action Test also: ports are missing |
| 98 | the time was over |

The last line of the output is one JSON object, the result. **Without it the script did not run**, whatever the code
is. With it, "exitCode" and "message" say what happened.

${trustText(given)}

## To undo it

Run it with \`-Action Restore\`: that brings back what stood before the first run.
`;
  return readmeOf(given, { tool: "script for Tactical RMM", text });
}
