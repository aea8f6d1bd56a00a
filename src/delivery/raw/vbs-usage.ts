import { formatRange } from "../../ports/range.ts";
import type { Package } from "../package.ts";
import { notSigned } from "../vbs-texts.ts";

/** Gives what to do with the bundle of a VBScript: Markdown, lines ended by LF. */
export function vbsUsage({ name, plan }: Package): string {
  const ranges = plan.ranges.map((range) => `       ${formatRange(range)}`).join("\n");
  return `| file | what it is |
|---|---|
| ${name}.vbs | the script, for Windows Script Host 5.6 |
| ${name}.cmd | runs the script beside it by cscript.exe; passes its exit code on |
| settings-card.md | what it reserves and why, its hash, parameters, exit codes |

${notSigned}

## By hand

1. Copy ${name}.vbs into a folder on the server that only administrators can write to, and go there in a command
   window, as an administrator.
2. See which Windows Script Host there is: \`cscript\` says its version, which has to be 5.6 or later.
3. See what the script would do:

       cscript //nologo ${name}.vbs /Action:Test

4. Have it done:

       cscript //nologo ${name}.vbs

5. Where it ends with 3010, restart the server.

A double click is refused (87): that starts wscript.exe, which has no place for the result.

## By a tool

Upload ${name}.vbs and ${name}.cmd into one folder, and have the tool run ${name}.cmd as SYSTEM; it takes no arguments.
Tell the tool that the exit codes 0 and 3010 are no failures (3010: the server needs a restart). Where it takes 3010
for a failure or for an order, have it run \`cscript //nologo ${name}.vbs /RebootExitCode:0\` instead. **A run whose
output has no result, the JSON object in its last line, did not run**: have it looked at.

## Without the script

1. Save the key to a file, to look at later: \`regedit /e C:\\backup.reg HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\`
2. Start regedt32.exe (regedit.exe of Windows 2000 cannot edit lists), and go to that key.
3. Open \`ReservedPorts\`, or add it by *Edit*, *Add Value*, with the type REG_MULTI_SZ.
4. Add these ranges, one on each line, and keep what is there. Where ranges overlap or are neighbours, write one:

${ranges}

5. Restart the server.

## To undo it

    cscript //nologo ${name}.vbs /Action:Restore

That brings back what stood before the first run. After the steps by hand, put the former lines back by hand.
`;
}
