import { extname, resolve } from "node:path";
import { PortkeepError } from "../errors.ts";
import { isDevice } from "../files/write.ts";

/** Throws `output-ending` for the name of a file by which Windows would not know what runs such a script; the first ending is the usual one. */
export async function checkEnding(
  file: string,
  endings: readonly [string, ...string[]],
  cwd: string,
): Promise<void> {
  if (file === "-" || endings.includes(extname(file).toLowerCase())) return;
  if (await isDevice(resolve(cwd, file))) return;
  throw new PortkeepError("output-ending", { file, ending: endings[0] });
}
