import { aboutPackage } from "../about.ts";
import type { CardTool } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme as readmeOf, trustText } from "../readme.ts";
import { createFile } from "./create.ts";

/** Gives what the card says of Configuration Manager. */
export function cardOf({ signer }: Package): CardTool {
  return {
    run: "Configuration Manager runs it as SYSTEM on its clients. README.md says how to make it known there.",
    signatures: `For configuration items the client setting *PowerShell execution policy* (Computer Agent) decides: with All Signed the
client demands a signature, with Bypass, it does not. ${
      signer
        ? "That the client gets the script byte for byte is for you to see once, with All Signed and one machine."
        : "This script is not signed."
    }`,
  };
}

/** Gives what to do with the bundle, for somebody who never made a Run Script. */
export function readme(given: Package): BundleFile {
  const { name } = given;
  const { title } = aboutPackage(given);
  const text = `| file | what it is |
|---|---|
| ${createFile} | creates the Run Script and the configuration item; changes and deploys nothing |
| ${name}.ps1 | the Run Script: reserves the ports |
| ${name}-discovery.ps1 | for the configuration item: looks, and changes nothing |
| settings-card.md | what it reserves and why, its hash and signer, parameters, exit codes |

${trustText(given)}

## Create them

1. In the console, top left: **Connect via Windows PowerShell**. Go to this folder with \`cd\`.
2. With the code of your site:

       .\\${createFile} -SiteCode XYZ -WhatIf
       .\\${createFile} -SiteCode XYZ

Both are called "${title}". What is there already is never changed: for a new one, give another -Name, or delete the old
one first.

## Run it

1. **Software Library**, **Scripts**: a second person reads the script and approves it. The author cannot, unless your
   hierarchy allows that.
2. **Assets and Compliance**: right click a collection, **Run Script**. Give the parameter Action the value Test the
   first time, which changes nothing, and one machine.
3. **Monitoring**, **Script Status** shows codes and output, of which the last line is one JSON object, the result.

| code | meaning |
|---|---|
| 0 | the ports are reserved |
| 3010 | they are reserved after the next restart of the machine, which is yours to plan |
| 3011 | they are reserved after a restart of the DNS Server |
| 1 | Test: ports are missing |
| any other | failed; nothing was changed, or the old value was put back |

**Without the result the script did not run.**

## Watch it

1. **Assets and Compliance**, **Compliance Settings**: put the configuration item into a baseline, deploy it.
2. A client is *Compliant* where the ports are reserved, or will be after a restart.
3. It has an *Error* where they are missing: a configuration item takes no exit code but 0 for an answer. The details
   show the code: 1 means that ports are missing, every other one that the script failed or did not run.

The item has no remediation on purpose, since Configuration Manager starts none after an error. Use the Run Script.

## To undo it

Run the Run Script with Action Restore: that brings back what stood before the first run. Delete the item.
`;
  return readmeOf(given, { tool: "Run Script and configuration item for Configuration Manager", text });
}
