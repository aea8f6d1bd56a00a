import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const hostSources = join(import.meta.dirname, "host");
export const rigFolder = join(import.meta.dirname, "../../.rig");
export const templatePrefix = join(rigFolder, "prefix");
export const prefixesFolder = join(rigFolder, "prefixes");

/** Gives the folder of the host built from the sources as they are now. */
export function hostFolder(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(hostSources, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(cs|csproj|props|txt)$/.test(file)) {
      hash.update(file).update(readFileSync(join(hostSources, file)));
    }
  }
  return join(rigFolder, `host-${hash.digest("hex").slice(0, 12)}`);
}
