import type { DigestName } from "../signing/hash.ts";
import type { System } from "../table/table.ts";

/**
 * Says whether a system reads signatures of scripts with this hash. As far as is known, up to Server 2003 it has to be
 * SHA-1; where no system is named, nothing speaks against any.
 */
export function readsHash(system: System | null, hash: DigestName): boolean {
  return hash === "sha1" || !system?.version.startsWith("5.");
}
