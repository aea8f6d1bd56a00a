import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { PortkeepError } from "../errors.ts";
import { cannotWrite } from "../files/cannot-write.ts";
import { withLock } from "../files/lock.ts";
import { type FleetScript, type FleetScriptOptions, FleetScripts } from "./fleet-scripts.ts";
import { readSeal, type Sealed, writeManifest } from "./manifest.ts";
import { type FleetSites, type ReadOptions, readFleet } from "./read-fleet.ts";
import { manifestName } from "./seal.ts";
import type { SiteList } from "./site-list.ts";
import type { SiteSource } from "./source.ts";
import { type ScriptSigner, scriptStore } from "./store.ts";

export interface FleetOptions
  extends Omit<FleetScriptOptions, "store" | "atOnce">,
    Pick<ReadOptions, "defaults" | "strict" | "onSites"> {
  /** Where scripts, bundles and the manifest go. */
  folder: string;
  /** Null for scripts that are not signed. */
  signer: ScriptSigner | null;
}

/** What a build made of a list of sites. */
export interface Fleet extends Pick<FleetSites, "faults" | "failed" | "untold"> {
  /** How many sites have their script. */
  sites: number;
  scripts: FleetScript[];
  /** Null where no site has a script: the manifest that was there stays. */
  manifest: Sealed | null;
}

/**
 * Makes the scripts, the bundles and the manifest of a list of sites. A run that was ended anywhere is completed by
 * the next. Throws `fleet-locked`, `sites-none`, `not-a-seal`, `file-unreadable`, `cannot-write`, what reading the list
 * throws, and what signing throws.
 */
export function buildFleet(source: SiteSource, options: FleetOptions): Promise<Fleet> {
  const locked = (lock: string) => new PortkeepError("fleet-locked", { lock });
  // A build may last hours.
  const patience = 0;
  return withLock(join(options.folder, manifestName), { patience, locked }, () =>
    buildAlone(source, options),
  );
}

async function buildAlone(
  source: SiteSource,
  { folder, signer, defaults, strict, onSites, ...options }: FleetOptions,
): Promise<Fleet> {
  const temporaryFolder = await makeTemporary(folder);
  try {
    // Before there is anything to sign, which may take hours.
    const last = await readSeal(folder);
    const store = scriptStore({ folder, temporaryFolder }, signer);
    const scripts = new FleetScripts({ ...options, store, atOnce: atOnce(signer) });
    const { sites, ...read } = await readAll(source, { scripts, defaults, strict, onSites });
    if (sites.length + read.failed === 0) throw new PortkeepError("sites-none", {});
    const faulty = scripts.all.flatMap(({ fault }) => fault ?? []);
    const [first] = faulty;
    if (strict && first) throw first;
    const { good, lost } = countSites(sites, scripts.all);
    const place = { folder, temporaryFolder, last };
    const manifest = good > 0 ? await writeManifest({ sites, scripts: scripts.all }, place, signer) : null;
    return {
      sites: good,
      failed: read.failed + lost,
      faults: [...read.faults, ...faulty],
      // One error tells of all sites that need the same script.
      untold: read.untold + lost - faulty.length,
      scripts: scripts.all,
      manifest,
    };
  } finally {
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

/** Reads the list and makes its scripts. Nothing is under way any more when it ends, however it does. */
async function readAll(source: SiteSource, options: ReadOptions): Promise<FleetSites> {
  try {
    return await readFleet(source, options);
  } finally {
    await options.scripts.done();
  }
}

// One is signed while another is written. A key that fails does so for each that is under way, and may take its time.
const atOnce = (signer: ScriptSigner | null) => (signer ? Math.min(2 * signer.concurrency, 32) : 32);

/** Makes an empty folder for what has no name yet: on the file system of the rest, and cleared of what a killed run left. */
async function makeTemporary(folder: string): Promise<string> {
  const temporary = join(folder, ".unfinished");
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary);
    return temporary;
  } catch (error) {
    throw cannotWrite(folder, error as Error);
  }
}

/** Counts the sites that have their script, and those whose script could not be made. */
function countSites(sites: SiteList, scripts: readonly FleetScript[]) {
  let [good, lost] = [0, 0];
  for (let index = 0; index < sites.length; index++) {
    const script = scripts[sites.scriptAt(index)];
    if (script?.copy) good++;
    else if (script) lost++;
  }
  return { good, lost };
}
