import type { Package } from "../package.ts";
import { notSigned } from "../vbs-texts.ts";
import { backupIdOf } from "./backup.ts";
import { type Policy, startupFolder } from "./policy.ts";

/** Gives what to do with the bundle of a VBScript, for somebody new to Group Policy: Markdown, lines ended by LF. */
export function vbsUsage({ name }: Package, policy: Policy): string {
  const id = backupIdOf(policy);
  const folder = `backup\\${id}\\DomainSysvol\\GPO\\${startupFolder.replaceAll("/", "\\")}`;
  return `| file | what it is |
|---|---|
| backup | a folder with the backup of one policy, as the Group Policy Management Console writes one |
| ${name}-gpo-backup.zip | the same as one file, to keep or to send |
| settings-card.md | what the script reserves and why, its hash, parameters, exit codes |

When a computer starts, Windows runs \`${name}.cmd\` (scripts.ini) as SYSTEM, and that runs \`${name}.vbs\` by cscript.exe.

${notSigned}
Whoever can write to the policy's folder decides what runs as SYSTEM: the domain's administrators, and whom they let edit
the policy.

## Before you begin

- Windows Script Host 5.6 on each server: \`cscript\` says its version.
- An organizational unit with one server to try it on. A Small Business Server is a domain controller: it is in the
  unit Domain Controllers, and stays there.

## On Windows 2000 itself

It has no Group Policy Management Console, so its own editor makes the policy:

1. In **Active Directory Users and Computers**, right-click the organizational unit, **Properties**, **Group Policy**,
   **New**, and name the policy. It is linked now; **Options**, **Disabled** keeps it from counting before it is ready.
2. **Edit**. Under **Computer Configuration**, **Windows Settings**, **Scripts (Startup/Shutdown)** open **Startup**.
3. **Show Files...** opens the policy's own folder. Copy \`${name}.cmd\` and \`${name}.vbs\` into it, from
   \`${folder}\`.
4. **Add...**, script name \`${name}.cmd\`, no parameters, **OK**. The editor writes its own scripts.ini.
5. Take **Disabled** back, and restart the server.

On a server without a domain start \`gpedit.msc\`, and go on from step 2.

## With the Group Policy Management Console

From Windows XP and Server 2003 on there is the console, which also manages the domain of a Windows 2000 controller. A
new Windows may not reach such a controller: that speaks no SMB but version 1.

1. **Group Policy Objects**, **New**, a name; right-click the new policy, **Import Settings...**, and choose the folder
   \`backup\`. Where there is PowerShell with the module GroupPolicy, this does the same:

       New-GPO -Name '${policy.name}'
       Import-GPO -BackupId ${id.slice(1, -1)} -Path FOLDER -TargetName '${policy.name}'

   FOLDER is the whole path of the folder \`backup\`.
2. Look at its **Settings**: one startup script, \`${name}.cmd\`.
3. On the organizational unit, **Link an Existing GPO...**, and restart the server.

## See that it worked

On the server, \`cscript //nologo ${name}.vbs /Action:Test\` with a copy of the script: 0 is well, 1 is not. 3010 is well
too, after one more restart.

## Good to know

- Group Policy does not tell what a startup script ended with. The script keeps its log in the folder \`portkeep\` of
  the Windows folder. A run that left nothing there, where there was something to change, did not run.
- It runs at every start, and changes nothing where all is well. What it reserves counts after the next restart.
- Windows gives all startup scripts together 600 seconds, unless a policy says otherwise.
- To take it back: disable the link or remove the script from the list, and run
  \`cscript //nologo ${name}.vbs /Action:Restore\` once on each server.
- An import takes neither links nor permissions nor WMI filters from a backup. So the backup names a domain that does
  not exist, and a day in 1980: the same script always gives the same backup.
`;
}
