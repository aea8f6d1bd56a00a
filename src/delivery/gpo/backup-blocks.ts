import { element } from "../xml.ts";
import { fsObjects } from "./fs-object.ts";
import { type Policy, registry, registryFile, scripts, scriptsFolder } from "./policy.ts";

/** Gives the blocks of Backup.xml that name a policy's files, each for the extension they belong to. */
export function backupBlocks({ files }: Policy, policyGuid: string): string[] {
  const paths = files.map(({ path }) => path);
  const fsObject = fsObjects(policyGuid);
  const present = (path: string, reEvaluate?: string) =>
    paths.includes(path)
      ? [fsObject("File", path, { located: true, ...(reEvaluate && { reEvaluate }) })]
      : [];
  const trigger = (folder: string) => {
    const bodies = paths.filter((path) => path.startsWith(`${folder}/`));
    const own = bodies.length > 0 ? [fsObject("Dir", folder, { located: true })] : [];
    const children = bodies.map((path) => fsObject("File", path, { located: true }));
    return [fsObject("Dir", `${folder}/*`, { children: own }), fsObject("File", `${folder}/*`, { children })];
  };
  const hasScripts = paths.some((path) => path.startsWith(`${scriptsFolder}/`));
  return [
    block(registry.client, "Registry", [...present(registryFile), fsObject("File", "Adm/*.*")]),
    ...(hasScripts
      ? [
          block(scriptsBlockId, "Scripts", [
            ...present(`${scriptsFolder}/scripts.ini`, "ScriptsValidatePaths"),
            ...present(`${scriptsFolder}/psscripts.ini`),
            ...["Machine/Scripts/Startup", "Machine/Scripts/Shutdown"].flatMap(trigger),
            ...["User/Scripts/Logon", "User/Scripts/Logoff"].flatMap(trigger),
          ]),
          block(otherBlockId, "Unknown Extension", [fsObject("Dir", scriptsFolder, { located: true })]),
        ]
      : []),
  ];
}

// Windows writes this one as it stands here, small letters included.
const scriptsBlockId = scripts.client.replace("11D2", "11d2");

/** For what no extension has a block of its own for: an import copies it. */
const otherBlockId = "{F15C46CD-82A0-4C2D-A210-5D0D3182A418}";

function block(id: string, description: string, children: readonly string[]): string {
  return element("GroupPolicyExtension", { "bkp:ID": id, "bkp:DescName": description }, ...children);
}
