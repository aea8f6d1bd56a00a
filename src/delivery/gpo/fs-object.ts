import { element } from "../xml.ts";
import { sourcePath } from "./source.ts";

interface Details {
  /** Whether the backup holds it. */
  located?: boolean;
  /** What an import has look at its contents. */
  reEvaluate?: string;
  children?: readonly string[];
}

type Kind = "File" | "Dir";

/** Gives a function to the elements that name the files and folders of a policy, by `/`-divided paths in its folder. */
export function fsObjects(policyGuid: string) {
  return (kind: Kind, path: string, { located = false, reEvaluate, children = [] }: Details = {}): string => {
    const own = path.replaceAll("/", "\\");
    const attributes = {
      "bkp:Path": withVariable(own),
      "bkp:SourceExpandedPath": sourcePath(policyGuid, own),
      "bkp:ReEvaluateFunction": reEvaluate,
      "bkp:Location": located ? `DomainSysvol\\GPO\\${own}` : undefined,
    };
    return element(`FSObject${kind}`, attributes, ...children);
  };
}

// What an import puts in the place of these is the folder of the policy that it fills.
function withVariable(path: string): string {
  const [, side, rest] = /^(Machine|User)\\(.*)$/.exec(path) ?? [];
  if (side === undefined) return `%GPO_FSPATH%\\${path}`;
  return `%GPO_${side === "Machine" ? "MACH" : "USER"}_FSPATH%\\${rest}`;
}
