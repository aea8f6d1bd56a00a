import type { FileHandle } from "node:fs/promises";

export interface Rights {
  /** Who may do what, as Unix counts. */
  mode?: number;
  /** Whose it is to be, where this user may say so. */
  owner?: { uid: number; gid: number };
}

/** Gives an open file or folder to its owner, and says who may use it, whatever the user's mask. */
export async function setRights(handle: FileHandle, { mode, owner }: Rights): Promise<void> {
  const isGiven = !owner || (await give(handle, owner));
  // What one group may is not for another one.
  if (mode !== undefined) await handle.chmod(isGiven ? mode : mode & 0o707);
}

/** Gives a file to an owner and a group, or to the group alone where only that is allowed. Says whether the group has it. */
async function give(handle: FileHandle, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  for (const user of [uid, -1]) {
    try {
      await handle.chown(user, gid);
      return true;
    } catch {
      // Only root may give a file away, and only to groups of one's own may others give theirs.
    }
  }
  return false;
}
