import { resolve } from "node:path";
import { PortkeepError, throwAt } from "../errors.ts";
import { readFileBounded, readStreamBounded } from "../files/read.ts";
import type { Io } from "./io.ts";

/** Where files and standard input are. */
export type Source = Pick<Io, "stdin" | "cwd">;

/** Gives what a file holds, or standard input for `-`, unless it is more than `limit` bytes. */
export function readInput(file: string, limit: number, { stdin, cwd }: Source): Promise<Uint8Array> {
  const bytes = file === "-" ? readStreamBounded(stdin, limit) : readFileBounded(resolve(cwd, file), limit);
  return bytes.catch(throwAt({ file }));
}

/** Throws `option-conflict` where more than one of these files, named by option, is to come from standard input. */
export function checkStdin(files: Record<string, string | undefined>): void {
  const options = Object.entries(files).flatMap(([option, file]) => (file === "-" ? [`${option} -`] : []));
  if (options.length > 1) throw new PortkeepError("option-conflict", { options });
}
