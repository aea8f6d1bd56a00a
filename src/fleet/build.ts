import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { PortkeepError } from "../errors.ts";
import { cannotWrite } from "../files/cannot-write.ts";
import { withLock } from "../files/lock.ts";
import { type FleetScript, type FleetScriptOptions, FleetScripts } from "./fleet-scripts.ts";
import { readSeal, type Sealed, writeManifest } from "./manifest.ts";
import { type FleetSites, mostFaults, type ReadOptions, readFleet } from "./read-fleet.ts";
import { manifestName } from "./seal.ts";
import type { SiteSource } from "./source.ts";
import { type ScriptSigner, scriptStore } from "./store.ts";

export interface FleetOptions
  extends Omit<FleetScriptOptions, "store" | "atOnce">,
    Pick<ReadOptions, "defaults" | "strict" | "onSites"> {
  /** What the list is called. */
  file: string;
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
  { file, folder, signer, defaults, strict, onSites, ...options }: FleetOptions,
): Promise<Fleet> {
  const temporaryFolder = await makeTemporary(folder);
  try {
    // Before there is anything to sign, which may take hours.
    const last = await readSeal(folder);
    const store = scriptStore({ folder, temporaryFolder }, signer);
    const scripts = new FleetScripts({ ...options, store, atOnce: atOnce(signer) });
    const read = await readAll(source, { scripts, defaults, strict, onSites });
    const { sites, good, failed } = read;
    if (sites.length + failed === 0) throw new PortkeepError("sites-none", {}, { file });
    const lacking = bundleFaults(read, scripts.all, file);
    const [first] = lacking.faults;
    if (strict && first) throw first;
    const place = { folder, temporaryFolder, last };
    const manifest = good > 0 ? await writeManifest({ sites, scripts: scripts.all }, place, signer) : null;
    return {
      sites: good,
      failed,
      faults: [...read.faults, ...lacking.faults],
      untold: read.untold + lacking.untold,
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

/** Tells for each site what bundle its script cannot have, as long as there are not too many faults to tell. */
function bundleFaults(read: FleetSites, scripts: readonly FleetScript[], file: string) {
  const { sites, lineAt } = read;
  const faults: PortkeepError[] = [];
  let untold = 0;
  for (let index = 0; index < sites.length; index++) {
    for (const { code, facts } of scripts[sites.scriptAt(index)]?.faults ?? []) {
      if (read.faults.length + faults.length >= mostFaults) untold++;
      else faults.push(new PortkeepError(code, facts, { file, line: lineAt(index) }));
    }
  }
  return { faults, untold };
}
