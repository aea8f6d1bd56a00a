import type { X509Certificate } from "node:crypto";
import type { Package } from "../package.ts";
import { thumbprints } from "../thumbprint.ts";
import { hashNote } from "../unread-hash.ts";
import { backupIdOf } from "./backup.ts";
import { helperFile } from "./helper.ts";
import type { Policy } from "./policy.ts";

interface Policies {
  name: string;
  starter: Policy;
  powerShell: Policy;
}

/** Gives what to do with the bundle, for somebody new to Group Policy: Markdown, lines ended by LF. */
export function usage(given: Package, signer: X509Certificate, policies: Policies): string {
  const { name } = policies;
  return `| file | what it is |
|---|---|
| ${helperFile} | creates the policy of the backup, and links it, disabled |
| settings-card.md | what the script reserves and why, its hash and signer, parameters, exit codes |
| backup | a folder of backups as the Group Policy Management Console writes them, with two policies |
| ${given.name}-gpo-backup.zip | the folder \`backup\` as one file, to keep or to send |

Do not open and save the files of the backup: one changed byte, and ${helperFile} refuses them.

## Which of the two policies

| | Starter | PowerShell |
|---|---|---|
| Windows starts | \`${given.name}.cmd\` (scripts.ini), which starts PowerShell | \`${given.name}.ps1\` (psscripts.ini) |
| works on | Windows Server 2003 and later | Windows Server 2008 R2 and later |
| PowerShell checks the signature | yes, always: the starter asks for the policy AllSigned | as the computer's own settings say |
| the publisher has to be trusted on the computer | yes, or the script does not run | where the computer's own settings say so |
| id of the backup | \`${backupIdOf(policies.starter)}\` | \`${backupIdOf(policies.powerShell)}\` |

${hashNote(given)}Take **Starter**. An execution policy that is set by Group Policy, AllSigned too, does not count for a script that
Group Policy starts (gpscript.exe): PowerShell leaves it out there. Take **PowerShell** only where .cmd files are
forbidden.

## Before you begin

- The Group Policy Management Console: on a server \`Install-WindowsFeature GPMC\`, on Windows 10 and 11 the optional
  feature "RSAT: Group Policy Management Tools". And the right to create policies and to link them.
- The computers have to trust the publisher. Its certificate has to lead to a root certificate that they trust
  already, and has to be in their store Trusted Publishers. For the latter there is another bundle:
  \`portkeep package ${given.name}.ps1 --for gpo-trust\`.
- PowerShell 2.0 or later on Windows Server 2003 and 2008, where it is not part of Windows.
- An organizational unit with one server to try it on.

## Step by step

1. Copy this folder to where you manage policies, open Windows PowerShell there, and unblock it:

       Get-ChildItem -Recurse | Unblock-File

2. See who signed ${helperFile}. The status has to be Valid, and the thumbprint
   \`${thumbprints(signer).sha1}\`:

       Get-AuthenticodeSignature .\\${helperFile} | Format-List Status, SignerCertificate

3. See what it would do, with your own target. The first line is for a machine whose policy allows no scripts:

       Set-ExecutionPolicy -Scope Process AllSigned
       .\\${helperFile} -Target 'OU=Test,DC=example,DC=com' -WhatIf

4. Do it, without \`-WhatIf\`. The policy is there now, and its link is disabled: nothing runs yet.
5. Open the console (gpmc.msc), **Group Policy Objects**, **${name}**.
   **Settings** shows the startup script; **Scope** shows where it is linked, and that it is for Authenticated Users,
   which computers are too.
6. Enable the link: right-click it, **Link Enabled**. Startup scripts run when a computer starts, so restart the
   server. If it was not to be reached by the new policy yet, \`gpupdate /force\` first.
7. On the server, run the script with \`-Action Test\`: 0 is well, 1 is not. 3010 is well too, after one more restart.

## By hand, without ${helperFile}

In the console: **Group Policy Objects**, **New**, a name; right-click the new policy, **Import Settings...**, and
choose the folder \`backup\` and one of the two. Then on the organizational unit, **Link an Existing GPO...**.

## Good to know

- A domain controller may be the DNS server that this is for: then the target is the unit Domain Controllers.
- Group Policy does not tell what a startup script ended with. The script keeps its log in the folder \`portkeep\` of
  the Windows folder. A run that left nothing there, where there was something to change, did not run.
- A startup script runs after services have begun to start. What it reserves counts after the next restart, or, where
  the result says so, after a restart of the DNS Server. It runs at every start, and changes nothing where all is well.
- Windows gives all startup scripts together 600 seconds, unless a policy says otherwise.
- To put another script in the place of this one, with the id and the whole path of the folder \`backup\` of its
  bundle (this replaces all settings of the policy):

      Import-GPO -BackupId ID -Path FOLDER -TargetName '${name}'

- To take it back: disable the link, and run the script once on each server with \`-Action Restore\`.
- An import takes neither links nor permissions nor WMI filters from a backup. So the backup names a domain that does
  not exist, and a day in 1980: the same script always gives the same backup.
`;
}
