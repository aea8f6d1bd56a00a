import { resolve } from "node:path";
import { throwAt } from "../errors.ts";
import { readFileBounded, readStreamBounded } from "../files/read.ts";
import type { Io } from "./io.ts";

/** Gives what a file holds, or standard input for `-`, unless it is more than `limit` bytes. */
export function readInput(file: string, limit: number, { stdin, cwd }: Io): Promise<Uint8Array> {
  const bytes = file === "-" ? readStreamBounded(stdin, limit) : readFileBounded(resolve(cwd, file), limit);
  return bytes.catch(throwAt({ file }));
}
