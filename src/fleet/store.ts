import type { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../delivery/sha256.ts";
import { PortkeepError } from "../errors.ts";
import { writeFileAtomic } from "../files/write.ts";
import { sha256Of } from "../signing/verify/trust.ts";

/** Signs a fleet's scripts, and knows them again. */
export interface ScriptSigner {
  /** The SHA-256 of the certificate that will sign; null where only its subject is known before. */
  fingerprint: string | null;
  sign(script: Uint8Array): Promise<Uint8Array>;
  /** How many scripts it signs at once. */
  readonly concurrency: number;
  /** Gives who signed a script. Throws `signed-otherwise` unless it is this very text with a good signature by this signer. */
  check(script: Uint8Array, signed: Uint8Array): X509Certificate;
}

/** A script as it lies in the store. */
export interface Copy {
  /** From the store's folder, with `/` between its parts. */
  path: string;
  content: Uint8Array;
  bytes: number;
  sha256: string;
  /** Null for a script that is not signed. */
  signer: X509Certificate | null;
  /** Whether it was signed, or written, just now. */
  isNew: boolean;
  /** Whether it then took the place of another one: a changed one, or one that is not signed as it should be now. */
  isReplaced: boolean;
}

/** Keeps scripts by the SHA-256 of their unsigned text. */
export interface ScriptStore {
  folder: string;
  /** For files that have no name yet; what is in it after a run was left by one that was ended half-way. */
  temporaryFolder: string;
  /** Gives a script, signed where there is a signer: as it is there, or new. Throws `cannot-write`, and what signing throws. */
  put(script: Uint8Array): Promise<Copy>;
}

/** Opens a store in a folder, which may hold scripts already. Without a signer, scripts stay unsigned. */
export function scriptStore(
  { folder, temporaryFolder }: Pick<ScriptStore, "folder" | "temporaryFolder">,
  signer: ScriptSigner | null,
): ScriptStore {
  // Two scripts may need the same helper at the same time.
  const underWay = new Map<string, Promise<Copy>>();

  async function findOrMake(script: Uint8Array, path: string): Promise<Copy> {
    const found = await findCopy(join(folder, path), script, signer);
    if (found) return { ...found, path: `${path}/${found.name}`, isNew: false, isReplaced: false };
    const content = signer ? await signer.sign(script) : script;
    const certificate = signer?.check(script, content) ?? null;
    const file = `${path}/${nameOf(certificate)}`;
    const isReplaced = existsSync(join(folder, file));
    await writeFileAtomic(join(folder, file), content, { flush: false, temporaryFolder });
    return { ...told(content, certificate), path: file, isNew: true, isReplaced };
  }

  return {
    folder,
    temporaryFolder,
    put(script) {
      const path = `scripts/${sha256(script)}`;
      const work = underWay.get(path) ?? findOrMake(script, path).finally(() => underWay.delete(path));
      underWay.set(path, work);
      return work;
    },
  };
}

function told(content: Uint8Array, signer: X509Certificate | null) {
  return { content, bytes: content.length, sha256: sha256(content), signer };
}

function nameOf(signer: X509Certificate | null): string {
  return `${signer ? sha256Of(signer) : "unsigned"}.ps1`;
}

/** Gives the file in a folder that is this script by this signer; whatever else is there is passed over. */
async function findCopy(folder: string, script: Uint8Array, signer: ScriptSigner | null) {
  for (const name of await namesIn(folder, signer)) {
    const content = await readFile(join(folder, name)).catch(() => null);
    const certificate = content && signerIn(content, script, signer);
    if (!content || certificate === undefined || nameOf(certificate) !== name) continue;
    return { ...told(content, certificate), name };
  }
  return null;
}

async function namesIn(folder: string, signer: ScriptSigner | null): Promise<string[]> {
  if (!signer) return [nameOf(null)];
  if (signer.fingerprint !== null) return [`${signer.fingerprint}.ps1`];
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{64}\.ps1$/.test(name)).sort();
}

/** Gives who signed what is there, null for nobody; undefined where it is not this script as this signer signs it. */
export function signerIn(
  content: Uint8Array,
  script: Uint8Array,
  signer: ScriptSigner | null,
): X509Certificate | null | undefined {
  if (!signer) return Buffer.compare(script, content) === 0 ? null : undefined;
  try {
    return signer.check(script, content);
  } catch (error) {
    if (error instanceof PortkeepError) return undefined;
    throw error;
  }
}
