import { createHash, type X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PortkeepError } from "../errors.ts";
import { causeOf } from "../files/cause.ts";
import { type Comparison, compareFile } from "../files/compare.ts";
import { writeFileAtomic } from "../files/write.ts";
import { type AtomicFile, createFileAtomic } from "../files/write-stream.ts";
import { sha256Of } from "../signing/verify/trust.ts";
import type { FleetScript } from "./fleet-scripts.ts";
import { manifestName, type Seal, sealIn, sealName, sealText } from "./seal.ts";
import type { SiteList } from "./site-list.ts";
import { type ScriptSigner, type ScriptStore, signerIn } from "./store.ts";

/** What a manifest tells: sites, each with the number of its script. */
export interface Manifest {
  sites: SiteList;
  scripts: readonly FleetScript[];
}

/** A manifest that is in its place, with its seal. */
export interface Sealed extends Seal {
  /** Whose signature the seal has; null for none. */
  signer: X509Certificate | null;
  /** Whether it is another one than the last that was sealed. */
  isNew: boolean;
  /** Whether it is the same one, and its file was missing or had been changed. */
  isRestored: boolean;
}

/** A seal as it is in a folder. */
export interface SealFile {
  seal: Seal;
  bytes: Buffer;
}

/** So much is written at once; no line has as much. */
const bufferSize = 1_048_576;

/**
 * Writes a manifest in the order of its sites, then its seal, once both can be. Whoever reads between the two sees
 * that they do not belong together. Throws `cannot-write`, and what signing throws.
 */
export async function writeManifest(
  manifest: Manifest,
  { last, ...place }: Pick<ScriptStore, "folder" | "temporaryFolder"> & { last: SealFile | null },
  signer: ScriptSigner | null,
): Promise<Sealed> {
  const path = join(place.folder, manifestName);
  const file = await createFileAtomic(path, place.temporaryFolder);
  const before = await compareFile(path);
  try {
    const content = await writeLines(manifest, file, before);
    const isSame = await before.isSame();
    // Windows lets no file take the place of one that is open.
    await before.close();
    const { newFile, ...sealed } = await sealFor(content, last, signer);
    await file.commit();
    if (newFile) {
      const { temporaryFolder } = place;
      await writeFileAtomic(join(place.folder, sealName), newFile, { temporaryFolder });
    }
    return { ...sealed, isNew: newFile !== null, isRestored: !newFile && !isSame };
  } finally {
    await Promise.all([before.close(), file.close()]);
  }
}

async function writeLines(
  { sites, scripts }: Manifest,
  file: AtomicFile,
  before: Comparison,
): Promise<Omit<Seal, "serial">> {
  const ends = scripts.map(endOfLine);
  const hash = createHash("sha256");
  const buffer = Buffer.alloc(bufferSize);
  let [length, count] = [0, 0];
  const flush = async () => {
    const bytes = buffer.subarray(0, length);
    hash.update(bytes);
    await before.next(bytes);
    await file.write(bytes);
    length = 0;
  };
  for (const [site, number] of sites) {
    const end = ends[number];
    if (!end) continue;
    const begin = `{"site":"${site}",`;
    if (length + begin.length + end.length > bufferSize) await flush();
    length += buffer.write(begin, length, "latin1");
    length += end.copy(buffer, length);
    count++;
  }
  await flush();
  return { sha256: hash.digest("hex"), sites: count, scripts: ends.filter((end) => end !== null).length };
}

/** Gives what the lines of all sites with this script have in common; null where they get none. */
function endOfLine({ id, ranges, copy, bundles }: FleetScript): Buffer | null {
  if (!copy) return null;
  const { path, sha256, signer } = copy;
  const facts = {
    script: id,
    file: path,
    sha256,
    signer: signer && sha256Of(signer),
    ranges,
    bundles: Object.fromEntries(bundles.map((bundle) => [bundle.target, bundle.sha256])),
  };
  return Buffer.from(`${JSON.stringify(facts).slice(1)}\n`, "latin1");
}

/** Gives the seal that a folder has, null for none. Throws `not-a-seal`, `file-unreadable`. */
export async function readSeal(folder: string): Promise<SealFile | null> {
  const file = join(folder, sealName);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new PortkeepError("file-unreadable", { cause: causeOf(error) }, { file });
  });
  const seal = bytes && sealIn(bytes);
  if (bytes && !seal) throw new PortkeepError("not-a-seal", {}, { file });
  return seal && { seal, bytes };
}

/** Gives a manifest's seal, whose it is, and the file of it; null for that where the last one will do. */
async function sealFor(
  content: Omit<Seal, "serial">,
  last: SealFile | null,
  signer: ScriptSigner | null,
): Promise<Pick<Sealed, keyof Seal | "signer"> & { newFile: Uint8Array | null }> {
  const same = { ...content, serial: last?.seal.serial ?? 0 };
  const certificate = last && signerIn(last.bytes, Buffer.from(sealText(same)), signer);
  if (last && certificate !== undefined) return { ...same, signer: certificate, newFile: null };
  const next = { ...content, serial: same.serial + 1 };
  const text = Buffer.from(sealText(next));
  const newFile = signer ? await signer.sign(text) : text;
  return { ...next, signer: signer?.check(text, newFile) ?? null, newFile };
}
