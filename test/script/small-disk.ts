import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownPrefix } from "../rig/prefix.ts";

/** Whether a small disk can be mounted here; where not, the tests that need one are skipped by name. */
export const mayMount = tryMount();

/** Does the work while a folder of this machine is a disk of its own, with these options of tmpfs. */
export async function onSmallDisk<T>(folder: string, options: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  mount(folder, options);
  try {
    return await work();
  } finally {
    unmount(folder);
  }
}

/** Does the work while a folder on drive T: is on such a disk; `work` gets its path here. Wine takes the disk itself for a link. */
export async function onSmallDrive<T>(options: string, work: (folder: string) => Promise<T>): Promise<T> {
  const disk = mkdtempSync(join(tmpdir(), "portkeep-disk-"));
  const drive = join(await ownPrefix(), "dosdevices", "t:");
  try {
    return await onSmallDisk(disk, options, async () => {
      const folder = join(disk, "root", "backups");
      mkdirSync(folder, { recursive: true });
      symlinkSync(join(disk, "root"), drive);
      return await work(folder);
    });
  } finally {
    rmSync(drive, { force: true });
    rmSync(disk, { recursive: true });
  }
}

/** Makes the disk of a folder read-only. */
export function makeReadOnly(folder: string): void {
  execFileSync("mount", ["-o", "remount,ro", join(folder, "../..")]);
}

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-disk-"));
  try {
    mount(folder, "size=4k");
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mount(folder: string, options: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "portkeep-test", folder], { stdio: "ignore" });
}

// Lazily, since a host may still have the folder open.
function unmount(folder: string): void {
  execFileSync("umount", ["-l", folder], { stdio: "ignore" });
}
