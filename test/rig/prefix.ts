import { existsSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { hostFolder, templatePrefix } from "./places.ts";
import { ownPrefixFolder } from "./runs.ts";
import { copyTree } from "./tree.ts";
import { bootWine, endWine } from "./wine.ts";

let booted: Promise<string> | undefined;

/** Gives the folder of this worker's Wine prefix, made and started when first asked for. */
export function ownPrefix(): Promise<string> {
  booted ??= boot();
  return booted;
}

/** Restarts this worker's Windows: every process ends, volatile keys go. */
export async function restartPrefix(): Promise<void> {
  const folder = await ownPrefix();
  await endWine(folder);
  await bootWine(folder);
}

/** Gives the Unix path of `C:\...` in this worker's prefix, whatever its letters' case; on Windows the path itself. */
export function toUnix(windowsPath: string): string {
  if (process.platform === "win32") {
    return windowsPath;
  }
  const [drive, ...parts] = windowsPath.split(/[\\/]/);
  if (drive?.toUpperCase() !== "C:") {
    throw new Error(`Not a path on drive C: ${windowsPath}`);
  }
  return parts.filter(Boolean).reduce(resolve, join(ownPrefixFolder(), "drive_c"));
}

/** Gives the Windows path of a file in this worker's prefix. */
export function toWindows(unixPath: string): string {
  const path = relative(join(ownPrefixFolder(), "drive_c"), unixPath);
  if (path.startsWith("..")) {
    throw new Error(`Not on drive C of this worker's prefix: ${unixPath}`);
  }
  return `C:\\${path.replaceAll("/", "\\")}`;
}

async function boot(): Promise<string> {
  const folder = ownPrefixFolder();
  if (!existsSync(folder)) {
    const copy = `${folder}.new`;
    rmSync(copy, { recursive: true, force: true });
    copyTree(templatePrefix, copy);
    renameSync(copy, folder);
  }
  linkHost(folder);
  await bootWine(folder);
  return folder;
}

// A short path, and a drive of its own: a prefix has no drive Z: here.
function linkHost(folder: string): void {
  const drive = join(folder, "dosdevices", "h:");
  rmSync(drive, { force: true });
  symlinkSync(join(hostFolder(), "windows"), drive);
}

function resolve(folder: string, name: string): string {
  const exact = join(folder, name);
  if (existsSync(exact) || !existsSync(folder)) {
    return exact;
  }
  const same = readdirSync(folder).find((entry) => entry.toLowerCase() === name.toLowerCase());
  return same === undefined ? exact : join(folder, same);
}
