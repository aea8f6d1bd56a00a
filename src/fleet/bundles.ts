import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makePackage } from "../delivery/make-package.ts";
import { sha256 } from "../delivery/sha256.ts";
import type { TargetName } from "../delivery/targets.ts";
import { zip } from "../delivery/zip.ts";
import { PortkeepError } from "../errors.ts";
import { writeFileAtomic } from "../files/write.ts";
import type { Plan } from "../plan/plan.ts";
import type { FleetScript } from "./fleet-scripts.ts";
import type { Copy, ScriptStore } from "./store.ts";

/** A bundle for one tool, as a zip archive. */
export interface FleetBundle {
  target: TargetName;
  /** From the fleet's folder, with `/` between its parts. */
  path: string;
  bytes: number;
  sha256: string;
  /** Whether it just took the place of another one. */
  isReplaced: boolean;
}

/** What bundles are made of. */
export interface Bundled {
  id: string;
  /** What their files are called after. */
  name: string;
  version: string;
  settingsId: string;
  plan: Plan;
  copy: Copy;
}

/**
 * Makes the bundles of a script for tools. What has to be signed for them is kept in the store too, so that it is
 * signed once. A bundle that cannot be made of this script is a fault, `package-*`. Throws `cannot-write`, and what
 * signing throws.
 */
export async function makeFleetBundles(
  names: readonly TargetName[],
  { id, copy, ...given }: Bundled,
  store: ScriptStore,
): Promise<Pick<FleetScript, "bundles" | "faults">> {
  if (names.length === 0) return { bundles: [], faults: [] };
  const { makeBundle } = await import("../delivery/targets.ts");
  const { content: script, signer } = copy;
  const signScript = signer && (async (text: Uint8Array) => (await store.put(text)).content);
  const whole = makePackage({ ...given, script, signer, signScript });
  const bundles: FleetBundle[] = [];
  const faults: PortkeepError[] = [];
  for (const target of names) {
    try {
      const bytes = zip(await makeBundle(target, whole));
      const path = `bundles/${id}/${target}.zip`;
      const isReplaced = await replaceFile(path, bytes, store);
      bundles.push({ target, path, bytes: bytes.length, sha256: sha256(bytes), isReplaced });
    } catch (error) {
      // A key or a disk that fails would fail the next one too.
      if (!(error instanceof PortkeepError) || !error.code.startsWith("package-")) throw error;
      faults.push(error);
    }
  }
  return { bundles, faults };
}

/** Writes a file unless it is as it should be, and says whether another one stood there. */
async function replaceFile(
  path: string,
  bytes: Uint8Array,
  { folder, temporaryFolder }: ScriptStore,
): Promise<boolean> {
  const file = join(folder, path);
  const older = await readFile(file).catch(() => null);
  if (older && Buffer.compare(older, bytes) === 0) return false;
  await writeFileAtomic(file, bytes, { flush: false, temporaryFolder });
  return older !== null;
}
