import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { writeFileAtomic } from "../../files/write.ts";
import { readCertificates } from "../../signing/certificates/read.ts";
import { makeDevelopmentKey } from "../../signing/keys/development.ts";
import type { KeyStore } from "../../signing/keys/key-store.ts";
import { readPrivateKey } from "../../signing/keys/pem.ts";
import type { Io } from "../io.ts";
import { stateFolder } from "./state-folder.ts";

const dayMs = 86_400_000;

/** Gives this user's development key with its certificate, a new one where there is none that is good for a day yet. */
export async function developmentKey(io: Io): Promise<KeyStore> {
  const folder = stateFolder(io);
  const file = join(folder, "development.pem");
  const kept = await keptKey(file);
  if (kept) return kept;
  const { keyPem, certificatePem } = await makeDevelopmentKey();
  const pem = Buffer.from(certificatePem + keyPem);
  await makeFolder(folder, 0o700);
  await writeFileAtomic(file, pem, { mode: 0o600 });
  return storeIn(pem);
}

async function keptKey(file: string): Promise<KeyStore | null> {
  try {
    const { mode } = await stat(file);
    // What others could read or replace is this user's no more.
    if (process.platform !== "win32" && mode & 0o077) return null;
    const store = storeIn(await readFile(file));
    const [certificate] = store.certificates;
    const isGood = certificate && new Date(certificate.validTo).getTime() > Date.now() + dayMs;
    return isGood ? store : null;
  } catch {
    // There is none, or none that can be read: a new one costs nothing.
    return null;
  }
}

function storeIn(pem: Uint8Array): KeyStore {
  return { key: readPrivateKey(pem, null), certificates: readCertificates(pem) };
}
