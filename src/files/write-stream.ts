import { open, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { cannotWrite } from "./cannot-write.ts";

/** A file that is written bit by bit, and is there whole or not at all. Every function throws `cannot-write`. */
export interface AtomicFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Gives it its name, once its bytes outlast a power cut. */
  commit(): Promise<void>;
  /** Removes what was written, unless it has its name. */
  close(): Promise<void>;
}

/** Opens a file to be written bit by bit. Until then it is in a folder of the same file system. Throws `cannot-write`. */
export async function createFileAtomic(file: string, temporaryFolder: string): Promise<AtomicFile> {
  const temporary = join(temporaryFolder, `.${basename(file)}.${Math.random().toString(36).slice(2)}.tmp`);
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw cannotWrite(file, error as Error);
    }
  };
  const handle = await guarded(() => open(temporary, "wx"));
  return {
    write: (bytes) => guarded(() => handle.writeFile(bytes)),
    commit: () =>
      guarded(async () => {
        await handle.sync();
        await handle.close();
        await rename(temporary, file);
      }),
    async close() {
      await handle.close().catch(() => {});
      await rm(temporary, { force: true }).catch(() => {});
    },
  };
}
