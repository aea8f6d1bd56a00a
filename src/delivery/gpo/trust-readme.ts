import type { X509Certificate } from "node:crypto";
import { wholeName } from "../../signing/certificates/names.ts";
import { markdownTable, markdownText } from "../text.ts";
import { thumbprints } from "../thumbprint.ts";
import { helperFile } from "./helper.ts";

/** Gives what to do with the bundle: Markdown, lines ended by LF. */
export function trustReadme(policy: string, signer: X509Certificate): string {
  const { sha1, sha256 } = thumbprints(signer);
  const certificate = [
    ["for", markdownText(wholeName(signer.subject))],
    ["issued by", markdownText(wholeName(signer.issuer))],
    ["valid until", new Date(signer.validTo).toISOString().slice(0, 10)],
    ["thumbprint (SHA-1)", sha1],
    ["SHA-256", sha256],
  ];
  return `# Trust the publisher of a script, by Group Policy

A policy for computers, with two settings:

1. This certificate goes into the store **Trusted Publishers**, so that PowerShell runs what it signed without asking:

${markdownTable(["certificate", ""], certificate)}

2. The execution policy of PowerShell becomes **AllSigned**.

It makes no certificate a trusted root. The certificate has to lead to a root that the computers trust already: that
of your own authority, or of one that Windows trusts.

| file | what it is |
|---|---|
| ${helperFile} | creates the policy of the backup, and links it nowhere |
| backup | the backup, as the Group Policy Management Console writes one |
| publisher-gpo-backup.zip | the folder \`backup\` as one file |

## What else changes

**On a computer with this policy PowerShell runs no script that is not signed by a trusted publisher**: not those of
other products, of your colleagues, or of scheduled tasks. Only what Group Policy itself starts is not held to it.
Whoever has the key of the certificate can run scripts on those computers. So:

- Compare the thumbprint with the one that you got from the publisher by another way.
- Try it on one server, and look for what stops.
- Where AllSigned is too much, create the policy, and in its editor set **Computer Configuration**, **Policies**,
  **Administrative Templates**, **Windows Components**, **Windows PowerShell**, **Turn on Script Execution** to Not
  Configured. The trust in the publisher stays.

## Step by step

1. Copy this folder to where you manage policies (with the Group Policy Management Console), open Windows PowerShell
   there, and unblock it: \`Get-ChildItem -Recurse | Unblock-File\`
2. \`Get-AuthenticodeSignature .\\${helperFile} | Format-List Status, SignerCertificate\`: Valid, by the certificate
   above.
3. \`.\\${helperFile} -WhatIf\`, and then without \`-WhatIf\`. The policy is there now, without a link:
   **${policy}**
4. In the console (gpmc.msc), look at its **Settings**, then link it to an organizational unit with one server.
5. On that server: \`gpupdate /force\`, then \`Get-ChildItem Cert:\\LocalMachine\\TrustedPublisher\` lists the certificate,
   and \`Get-ExecutionPolicy -List\` says AllSigned for MachinePolicy.
6. Start the script there as the system account would, by its policy or your tool, before you link the policy to
   more: one report says that PowerShell reads the publishers of the account alone, and not those of the computer.

To take it back, remove the link: with the next update of the policy both settings are gone.
`;
}
