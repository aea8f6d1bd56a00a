import { CommanderError } from "@commander-js/extra-typings";
import { PortkeepError } from "../errors.ts";
import { errorText } from "./error-text.ts";
import type { Session } from "./io.ts";
import { errorTextsOf } from "./language.ts";
import { usageError } from "./usage-error.ts";

interface Circumstances {
  session: Session;
  json: boolean;
  /** The names of all commands, one of which may have been meant. */
  commands: readonly string[];
}

/** Tells why a run ends, as text on standard error and on demand as JSON on standard output, and gives its exit code. */
export async function fail(error: unknown, { session, json, commands }: Circumstances): Promise<number> {
  const { io, reports } = session;
  const cause = error instanceof CommanderError ? usageError(error, commands) : error;
  const told = cause instanceof PortkeepError ? await tell(cause, session) : tellFault(cause, reports.fault);
  io.stderr.write(`${reports.error}: ${told.message}\n`);
  if (json) io.stdout.write(`${JSON.stringify({ schema: 1, error: told }, null, 2)}\n`);
  return 2;
}

async function tell(error: PortkeepError, { locale }: Session) {
  const { code, facts, place } = error;
  return { code, message: errorText(error, await errorTextsOf(locale)), facts, place };
}

function tellFault(error: unknown, sentence: string) {
  const stack = error instanceof Error ? error.stack : String(error);
  return { code: "internal", message: `${sentence}\n${stack}`, facts: {}, place: null };
}
