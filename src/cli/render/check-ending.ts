import { extname, resolve } from "node:path";
import { PortkeepError } from "../../errors.ts";
import { isDevice } from "../../files/write.ts";
import type { formats } from "../../plan/choice.ts";

/** Throws `output-ending` for the name of a file by which Windows would not know what runs such a script. */
export async function checkEnding(
  file: string,
  format: (typeof formats)[number],
  cwd: string,
): Promise<void> {
  const ending = `.${format}`;
  if (file === "-" || extname(file).toLowerCase() === ending) return;
  if (await isDevice(resolve(cwd, file))) return;
  throw new PortkeepError("output-ending", { file, ending });
}
