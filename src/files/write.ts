import { open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cannotWrite } from "./cannot-write.ts";
import { makeFolder } from "./make-folder.ts";
import { type Rights, setRights } from "./rights.ts";

/** How a file is written. Its mode is 0o666 less the user's mask by default. */
export interface WriteOptions extends Rights {
  /** Whether the bytes must outlast a power cut that follows at once, which costs as much as all the rest. */
  flush?: boolean;
  /** Where to put it under its temporary name, on the same file system; beside it by default. */
  temporaryFolder?: string;
}

/** Writes a file whole or not at all, and makes its folder; a device or a pipe gets the bytes. Throws `cannot-write`. */
export async function writeFileAtomic(
  file: string,
  bytes: Uint8Array,
  { flush = true, temporaryFolder = dirname(file), ...rights }: WriteOptions = {},
): Promise<void> {
  // By default in the same folder, since a rename is atomic only within one file system. The name may be guessed:
  // it is opened for a new file alone, and node:crypto would cost every start 3 ms.
  const temporary = join(temporaryFolder, `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    // The rename would put a file in its place.
    if (await isDevice(file)) return await writeFile(file, bytes);
    await makeFolder(dirname(file));
    await writeNew(temporary, bytes, { flush, ...rights });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw cannotWrite(file, error as Error);
  }
}

/**
 * Writes a file of a user's, as `writeFileAtomic` does. One that was there keeps whose it is and who may read it, and
 * a link to it stays one. Throws `cannot-write`.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const path = await realpath(file).catch(() => file);
  const older = await stat(path).catch(() => null);
  await writeFileAtomic(path, bytes, older ? { mode: older.mode & 0o777, owner: older } : {});
}

/** Says whether a path names what is neither a file nor a folder, such as /dev/null or a pipe. */
export async function isDevice(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there !== null && !there.isFile() && !there.isDirectory();
}

async function writeNew(
  file: string,
  bytes: Uint8Array,
  { flush, ...rights }: Omit<WriteOptions, "temporaryFolder">,
): Promise<void> {
  // Until it is whole, nobody else needs it.
  const handle = await open(file, "wx", rights.mode === undefined ? 0o666 : rights.mode & 0o700);
  try {
    await handle.writeFile(bytes);
    await setRights(handle, rights);
    // Without it a power cut after the rename can leave an empty file under the final name.
    if (flush) await handle.sync();
  } finally {
    await handle.close();
  }
}
