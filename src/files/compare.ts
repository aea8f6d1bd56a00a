import { open } from "node:fs/promises";

/** What a file holds beside what it should hold. */
export interface Comparison {
  /** Goes on with the next bytes that should be there. */
  next(bytes: Uint8Array): Promise<void>;
  /** Says whether all of them were there and nothing more. */
  isSame(): Promise<boolean>;
  close(): Promise<void>;
}

/** Begins to compare a file from its beginning. One that is not there, or cannot be read, is not the same. */
export async function compareFile(file: string): Promise<Comparison> {
  const handle = await open(file).catch(() => null);
  let isSame = handle !== null;
  let buffer = Buffer.alloc(0);

  /** Gives the next bytes, fewer than these where the file ends, until it reads again; null where it cannot. */
  async function read(length: number): Promise<Buffer | null> {
    if (buffer.length < length) buffer = Buffer.alloc(length);
    let size = 0;
    // One reading may give less than there is, as over a network.
    while (size < length) {
      const got = await handle?.read(buffer, size, length - size).catch(() => null);
      if (!got) return null;
      if (got.bytesRead === 0) break;
      size += got.bytesRead;
    }
    return buffer.subarray(0, size);
  }

  return {
    async next(bytes) {
      if (isSame) isSame = (await read(bytes.length))?.equals(bytes) ?? false;
    },
    async isSame() {
      if (isSame) isSame = (await read(1))?.length === 0;
      return isSame;
    },
    close: async () => handle?.close(),
  };
}
