import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Session } from "../io.ts";
import { printable } from "../text/words.ts";
import { warn } from "../warn.ts";

// Read by the group, or by everybody.
const readByOthers = 0o044;

/** Warns where others on this machine can read a file that holds a secret. Windows tells that in no such way. */
export async function warnOfOpenFile(file: string, session: Session): Promise<void> {
  if (process.platform === "win32" || file === "-") return;
  const { mode } = await stat(resolve(session.io.cwd, file));
  if (mode & readByOthers) warn(session.reports.sign.openFile(printable(file)), session);
}
