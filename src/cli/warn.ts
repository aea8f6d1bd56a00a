import type { Session } from "./io.ts";

/** Tells on standard error what the user should mind. */
export function warn(sentence: string, { io, reports }: Session): void {
  io.stderr.write(`${reports.sign.warning}: ${sentence}\n`);
}
