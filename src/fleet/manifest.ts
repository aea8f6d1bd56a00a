import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PortkeepError } from "../errors.ts";
import { writeFileAtomic } from "../files/write.ts";
import { createFileAtomic } from "../files/write-stream.ts";
import { sha256Of } from "../signing/verify/trust.ts";
import type { FleetScript } from "./fleet-scripts.ts";
import { manifestName, type Seal, sealIn, sealName, sealText } from "./seal.ts";
import type { SiteList } from "./site-list.ts";
import type { ScriptSigner, ScriptStore } from "./store.ts";

/** What a manifest tells: sites, each with the number of its script. */
export interface Manifest {
  sites: SiteList;
  scripts: readonly FleetScript[];
}

/** A manifest that is in its place, with its seal. */
export interface Sealed extends Seal {
  /** Whether it is another one than was there. */
  isNew: boolean;
}

const batch = 1_000_000;

/**
 * Writes a manifest in the order of its sites, then its seal. Whoever reads between the two sees that they do not
 * belong together. Throws `cannot-write`, and what signing throws.
 */
export async function writeManifest(
  manifest: Manifest,
  { folder, temporaryFolder }: Pick<ScriptStore, "folder" | "temporaryFolder">,
  signer: ScriptSigner | null,
): Promise<Sealed> {
  const file = await createFileAtomic(join(folder, manifestName), temporaryFolder);
  const hash = createHash("sha256");
  let sites = 0;
  try {
    for (const { text, count } of textsOf(manifest)) {
      const bytes = Buffer.from(text);
      hash.update(bytes);
      await file.write(bytes);
      sites += count;
    }
    await file.commit();
  } finally {
    await file.close();
  }
  const scripts = manifest.scripts.filter(({ copy }) => copy).length;
  return seal({ sha256: hash.digest("hex"), sites, scripts }, { folder, temporaryFolder }, signer);
}

/** Gives the manifest's text in pieces, with the number of sites in each. */
function* textsOf({ sites, scripts }: Manifest): Generator<{ text: string; count: number }> {
  const ends = scripts.map(endOfLine);
  let text = "";
  let count = 0;
  for (const [site, number] of sites) {
    const end = ends[number];
    if (!end) continue;
    text += `{"site":"${site}",${end}`;
    count++;
    if (text.length < batch) continue;
    yield { text, count };
    text = "";
    count = 0;
  }
  yield { text, count };
}

/** Gives what the lines of all sites with this script have in common; null where they get none. */
function endOfLine({ id, ranges, copy }: FleetScript): string | null {
  if (!copy) return null;
  const { path, sha256, signer } = copy;
  const facts = { script: id, file: path, sha256, signer: signer && sha256Of(signer), ranges };
  return `${JSON.stringify(facts).slice(1)}\n`;
}

async function seal(
  content: Omit<Seal, "serial">,
  { folder, temporaryFolder }: Pick<ScriptStore, "folder" | "temporaryFolder">,
  signer: ScriptSigner | null,
): Promise<Sealed> {
  const file = join(folder, sealName);
  const bytes = await readFile(file).catch(() => null);
  const old = bytes && sealIn(bytes);
  const same = { ...content, serial: old?.serial ?? 0 };
  if (bytes && isSealed(bytes, same, signer)) return { ...same, isNew: false };
  const next = { ...content, serial: same.serial + 1 };
  const text = Buffer.from(sealText(next));
  const signed = signer ? await signer.sign(text) : text;
  signer?.check(text, signed);
  await writeFileAtomic(file, signed, { temporaryFolder });
  return { ...next, isNew: true };
}

/** Says whether a file holds this seal, by this signer. */
function isSealed(bytes: Uint8Array, wanted: Seal, signer: ScriptSigner | null): boolean {
  const text = Buffer.from(sealText(wanted));
  if (!signer) return text.equals(bytes);
  try {
    signer.check(text, bytes);
    return true;
  } catch (error) {
    if (error instanceof PortkeepError) return false;
    throw error;
  }
}
