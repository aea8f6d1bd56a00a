import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { PortkeepError } from "../errors.ts";
import { causeOf } from "./cause.ts";

// Small enough that what is made of a chunk is gone before the garbage collector counts it among what stays.
const chunkSize = 32_768;

/** Gives a file's bytes, reading no more than `limit` of them. Throws `file-missing`, `file-unreadable`, `not-a-file`, `file-too-large`, `file-empty`. */
export async function readFileBounded(file: string, limit: number): Promise<Uint8Array> {
  const handle = await openToRead(file);
  try {
    await checkKind(handle);
    const { size } = await handle.stat();
    if (size > limit) throw new PortkeepError("file-too-large", { limit });
    // Some files, as those of /proc, do not tell their size.
    return await gather(handle.createReadStream({ autoClose: false, end: limit }), limit);
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    await handle.close();
  }
}

/** A file that is read bit by bit. */
export interface OpenFile {
  size: number;
  chunks: AsyncIterable<Uint8Array>;
}

/** Opens a file of any size, once for its size and again when it is read. Throws `file-missing`, `file-unreadable`, `not-a-file`. */
export async function openFile(file: string): Promise<OpenFile> {
  const handle = await openToRead(file);
  try {
    await checkKind(handle);
    const { size } = await handle.stat();
    return { size, chunks: chunksOf(file) };
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    await handle.close();
  }
}

// Whoever never reads a chunk, leaves nothing open.
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await openToRead(file);
  try {
    await checkKind(handle);
    yield* handle.createReadStream({ autoClose: false, highWaterMark: chunkSize });
  } finally {
    await handle.close();
  }
}

/** Gives all that a stream holds, as `readFileBounded` does. */
export async function readStreamBounded(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array> {
  try {
    return await gather(stream, limit);
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function openToRead(file: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK, to open a pipe is to wait for whoever writes into it. Windows has no such flag.
    return await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new PortkeepError("file-missing", {});
    throw asUnreadable(error);
  }
}

async function checkKind(handle: FileHandle): Promise<void> {
  const info = await handle.stat();
  if (info.isFile()) return;
  const kind = info.isDirectory() ? "folder" : info.isFIFO() ? "pipe" : "device";
  throw new PortkeepError("not-a-file", { kind });
}

async function gather(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new PortkeepError("file-too-large", { limit });
    chunks.push(chunk);
  }
  if (size === 0) throw new PortkeepError("file-empty", {});
  return Buffer.concat(chunks);
}

function asUnreadable(error: unknown): PortkeepError {
  if (error instanceof PortkeepError) return error;
  return new PortkeepError("file-unreadable", { cause: causeOf(error as Error) });
}
