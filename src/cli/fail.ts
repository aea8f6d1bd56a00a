import { CommanderError } from "@commander-js/extra-typings";
import { type Place, PortkeepError } from "../errors.ts";
import type { Session } from "./io.ts";
import { errorText } from "./text/error-text.ts";
import { errorTextsOf } from "./text/language.ts";
import { jsonText } from "./text/words.ts";
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
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [error];
  const errors = await Promise.all(causes.map((cause) => errorFacts(cause, session, commands)));
  for (const { message } of errors) io.stderr.write(`${reports.error}: ${message}\n`);
  if (json) io.stdout.write(`${jsonText({ schema: 1, error: errors[0], errors })}\n`);
  return 2;
}

/** Gives an error as JSON shows it, with its text. */
export async function errorFacts(
  cause: unknown,
  { locale, reports }: Session,
  commands: readonly string[] = [],
) {
  const error = cause instanceof CommanderError ? usageError(cause, commands) : cause;
  if (!(error instanceof PortkeepError)) return tellFault(error, reports.fault);
  const { code, facts, place } = error;
  return {
    code,
    message: errorText(error, await errorTextsOf(locale)),
    facts,
    place: place && withoutFrame(place),
  };
}

// The frame is in the message.
function withoutFrame(place: Place): object {
  return "file" in place ? { ...place, frame: undefined } : place;
}

function tellFault(error: unknown, sentence: string) {
  const stack = error instanceof Error ? error.stack : String(error);
  return { code: "internal", message: `${sentence}\n${stack}`, facts: {}, place: null };
}
