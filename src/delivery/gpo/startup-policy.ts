import type { BundleFile } from "../package.ts";
import { element, textElement } from "../xml.ts";
import { type Policy, scripts, scriptsFolder, startupFolder } from "./policy.ts";
import { extensionReport } from "./report.ts";
import { type ScriptList, scriptsIni } from "./scripts-ini.ts";

interface Startup {
  name: string;
  list: ScriptList;
  /** The file that Windows starts, one of the bodies. */
  script: string;
  bodies: readonly BundleFile[];
}

/** Gives a policy that runs a script when a computer starts. */
export function startupPolicy({ name, list, script, bodies }: Startup): Policy {
  return {
    name,
    extension: scripts,
    files: [
      ...scriptLists(list, script),
      ...bodies.map(({ path, bytes }) => ({ path: `${startupFolder}/${path}`, bytes })),
    ],
    report: extensionReport(
      "Scripts",
      "Scripts",
      element(
        "q1:Script",
        {},
        textElement("q1:Command", script),
        textElement("q1:Type", "Startup"),
        textElement("q1:Order", "0"),
        textElement("q1:RunOrder", list === "psscripts.ini" ? "RunPSFirst" : "PSNotConfigured"),
      ),
    ),
  };
}

// Windows writes the first list also where it has nothing in it.
function scriptLists(list: ScriptList, script: string): BundleFile[] {
  const lists: ScriptList[] = list === "scripts.ini" ? [list] : ["scripts.ini", list];
  return lists.map((name) => ({
    path: `${scriptsFolder}/${name}`,
    bytes: scriptsIni(name, name === list ? script : null),
  }));
}
