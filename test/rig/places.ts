import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const hostSources = join(import.meta.dirname, "host");
export const standInSources = join(import.meta.dirname, "standins");
export const rigFolder = join(import.meta.dirname, "../../.rig");
export const templatePrefix = join(rigFolder, "prefix");
export const prefixesFolder = join(rigFolder, "prefixes");

/** Gives the folder of the host built from the sources as they are now. */
export function hostFolder(): string {
  return builtFrom("host", hostSources);
}

/** Gives the folder of the stand-ins built from the sources as they are now. */
export function standInsFolder(): string {
  return builtFrom("standins", standInSources);
}

function builtFrom(name: string, sources: string): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(sources, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(cs|csproj|props|txt)$/.test(file)) {
      hash.update(file).update(readFileSync(join(sources, file)));
    }
  }
  return join(rigFolder, `${name}-${hash.digest("hex").slice(0, 12)}`);
}
