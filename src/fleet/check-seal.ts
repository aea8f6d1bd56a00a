import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { PortkeepError } from "../errors.ts";
import { openFile } from "../files/read.ts";
import { manifestName, type Seal } from "./seal.ts";

/** What a seal says and the file beside it does not bear out. */
export interface SealFindingFacts {
  "manifest-missing": Record<never, never>;
  "manifest-changed": { wanted: string; found: string };
}

export type SealFinding = {
  [Code in keyof SealFindingFacts]: { code: Code; facts: SealFindingFacts[Code] };
}[keyof SealFindingFacts];

/** Compares a seal, by the path of its file, with the manifest beside it. Throws `file-unreadable`, `not-a-file`. */
export async function checkSeal(file: string, { sha256: wanted }: Seal): Promise<SealFinding[]> {
  try {
    const found = await sha256OfFile(join(dirname(file), manifestName));
    return found === wanted ? [] : [{ code: "manifest-changed", facts: { wanted, found } }];
  } catch (error) {
    if (!(error instanceof PortkeepError) || error.code !== "file-missing") throw error;
    return [{ code: "manifest-missing", facts: {} }];
  }
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  const { chunks } = await openFile(file);
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}
