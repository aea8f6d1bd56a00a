import { aboutPackage } from "../about.ts";
import { intuneMachines } from "../intune.ts";
import type { Package } from "../package.ts";
import { trustText } from "../readme.ts";
import { markdownTable, markdownText } from "../text.ts";
import { commandLine, returnCodes } from "./app.ts";

/** Gives what to do with the bundle, for somebody who never made an app: Markdown, lines ended by LF. */
export function usage(given: Package): string {
  const { title, publisher } = aboutPackage(given);
  const { name, signer } = given;
  const settings = [
    ["App information", "Name", title],
    ["", "Publisher", markdownText(publisher)],
    ["Program", "Install command", "the first line below"],
    ["", "Uninstall command", "the second line below"],
    ["", "Install behavior", "System"],
    ["", "Device restart behavior", "Determine behavior based on return codes"],
    ...returnCodes.map(({ returnCode, type }) => ["", `Return code ${returnCode}`, typeNames[type] ?? type]),
    ["Requirements", "Operating system architecture", "64-bit"],
    ["", "Minimum operating system", "Windows 10 1607"],
    ["Detection rules", "Rules format", "Use a custom detection script"],
    ["", "Script file", "detection.ps1"],
    ["", "Run script as 32-bit process on 64-bit clients", "No"],
    ["", "Enforce script signature check and run script silently", signer ? "Yes" : "No"],
  ];
  return `| file | what it is |
|---|---|
| ${name}.intunewin | the script, packed as Intune takes it |
| detection.ps1 | tells Intune whether the app is there: ends with 0 where the ports are reserved, else with 1 |
| app.json | all settings below, as Microsoft Graph takes them |
| settings-card.md | what the script reserves and why, its signer, its exit codes |

## Before the first one

${intuneMachines(given)}

${trustText(given)}

## In the portal

1. Open <https://intune.microsoft.com>, **Apps**, **Windows**, **Create**, **Windows app (Win32)**.
2. Select ${name}.intunewin, and fill in; what Intune proposes beside it can stay:

${markdownTable(["page", "field", "value"], settings)}

    ${commandLine(given, "Apply")}

    ${commandLine(given, "Restore")}

3. Assign it as **Required** to a group. Try it with one machine first.

## With Graph

\`POST /deviceAppManagement/mobileApps\` with app.json makes the app, without its content; that follows in four more
requests (content version, file, blocks, commit), for which \`IntuneWinPackage/Metadata/Detection.xml\` in the package
has the sizes and keys. Modules that do this for you, such as IntuneWin32App, take the package and the values above.

## What Intune shows

The install command ends with the code of the script:

${markdownTable(["code", "meaning"], codes)}

**Code 1 of the install command means that the script did not run**: most often a policy did not let it, or Windows
does not trust the signer. The machine's own words are in the log of the Intune Management Extension.

The script itself restarts the machine only if it was rendered with \`--reboot IfNeeded\`; after 3010 Intune asks for a
restart as you configured it. Until then the app counts as installed.

## To undo it

Assign the app as **Uninstall**: that brings back what stood before the first run. Where the ports were reserved
before already, they stay so, and Intune goes on to see the app.
`;
}

const typeNames: Record<string, string> = {
  success: "Success",
  softReboot: "Soft reboot",
  hardReboot: "Hard reboot",
  retry: "Retry",
};

const codes = [
  ["0", "done, or nothing to do"],
  ["3010", "the ports are reserved after the next restart"],
  ["3011", "the ports are reserved after the next restart of the DNS Server"],
  ["1641", "a restart was started, which only a script rendered with --reboot IfNeeded does"],
  ["1618", "another run is at work; Intune tries again"],
  ["any other", "it failed, and changed nothing, or put back what was there"],
];
