import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, portkeep } from "../console.ts";
import { answering } from "./somebody.ts";

/** Runs init with options in a folder with these files. */
export async function init(
  options: readonly string[],
  files: Record<string, string> = {},
  answers?: string[],
) {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const somebody = answers && answering(...answers);
  const outcome = await portkeep(["init", ...options], folder, "", { converse: somebody?.converse });
  const read = (name = "sites.csv") => readFileSync(join(folder, name), "utf8");
  return { ...outcome, folder, read, questions: somebody?.questions ?? [], isOpen: somebody?.isOpen() };
}

/** The options of a site with which nothing is asked. */
export const berlin = ["--site", "berlin-dc1", "--product", "ias,ipsec"];
