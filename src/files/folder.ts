import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { PortkeepError } from "../errors.ts";
import { cannotWrite } from "./cannot-write.ts";
import { makeFolder } from "./make-folder.ts";
import { setRights } from "./rights.ts";

/** A file in a folder; `path` has `/` between its parts. */
export interface FolderFile {
  path: string;
  bytes: Uint8Array;
}

/** What the list of a folder's files is called, in the form that sha256sum reads. */
const list = "SHA256SUMS";
const mostTold = 10;

/**
 * Writes a folder whole or not at all, with a list of its files. One that is there is replaced, unless it holds
 * anything that no such list names, or that was changed since; it keeps whose it is and who may use it, and a link to it
 * stays one. Throws `package-folder-taken`, `cannot-write`.
 */
export async function replaceFolder(folder: string, files: readonly FolderFile[]): Promise<void> {
  const foreign = await checkFolder(folder).catch((error: Error) => {
    throw cannotWrite(folder, error);
  });
  if (foreign.length > 0) {
    throw new PortkeepError("package-folder-taken", { folder, files: foreign.slice(0, mostTold) });
  }
  // Beside it, since a rename is atomic only within one file system.
  const path = await realpath(folder).catch(() => folder);
  const temporary = join(dirname(path), `.${basename(path)}.${Math.random().toString(36).slice(2)}`);
  try {
    await makeFolder(dirname(path));
    await mkdir(`${temporary}.new`);
    await copyRights(path, `${temporary}.new`);
    await writeAll(`${temporary}.new`, files);
    await replace(path, temporary);
  } catch (error) {
    throw cannotWrite(folder, error as Error);
  } finally {
    await rm(`${temporary}.new`, { recursive: true, force: true }).catch(() => {});
  }
}

/** Gives the files in a folder that no list in it names as they are. */
async function checkFolder(folder: string): Promise<string[]> {
  if (!(await stat(folder).catch(() => null))) return [];
  const known = await readFile(join(folder, list), "utf8").catch(() => "");
  const lines = new Set(known.split("\n"));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const foreign: string[] = [];
  for (const entry of entries.filter((one) => !one.isDirectory())) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join("/");
    if (path === list) continue;
    if (!entry.isFile() || !lines.has(lineOf({ path, bytes: await readFile(file) }))) foreign.push(path);
  }
  return foreign.sort();
}

/** Gives a folder the rights of another one, if that is there. */
async function copyRights(from: string, to: string): Promise<void> {
  const older = await stat(from).catch(() => null);
  // Windows has no such rights, and opens no folder.
  if (!older || process.platform === "win32") return;
  const handle = await open(to);
  try {
    await setRights(handle, { mode: older.mode & 0o7777, owner: older });
  } finally {
    await handle.close();
  }
}

async function writeAll(folder: string, files: readonly FolderFile[]): Promise<void> {
  const sums = files.map((file) => `${lineOf(file)}\n`).sort();
  for (const { path, bytes } of [...files, { path: list, bytes: Buffer.from(sums.join("")) }]) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes, { flag: "wx" });
  }
}

async function replace(folder: string, temporary: string): Promise<void> {
  const old = `${temporary}.old`;
  const hasOld = await rename(folder, old).then(
    () => true,
    () => false,
  );
  try {
    await rename(`${temporary}.new`, folder);
  } catch (error) {
    if (hasOld) await rename(old, folder);
    throw error;
  }
  if (hasOld) await rm(old, { recursive: true, force: true });
}

function lineOf({ path, bytes }: FolderFile): string {
  return `${createHash("sha256").update(bytes).digest("hex")}  ${path}`;
}
