import type { Act, RunOptions } from "../rig/wire.ts";
import { backend } from "./backend.ts";

type Injection = NonNullable<RunOptions["inject"]>[number];

const lines = () => Buffer.from(backend.script).toString("latin1").split("\r\n");

/** Acts done right before the line of the standard script that holds this piece, when it runs for the nth time. */
export function rightBefore(piece: string, act: Act, occurrence = 1): Injection {
  const line = 1 + lines().findIndex((text) => text.includes(piece));
  if (line === 0) throw new Error(`no line of the script has ${piece}`);
  return { line, occurrence, do: [act] };
}
