import type { Session } from "./io.ts";
import type { Texts } from "./text/language.ts";
import { jsonText } from "./text/words.ts";

/** The two ways to show what a command found. */
export interface Reporter<Result> {
  /** Null where a person has nothing to see. The width is the terminal's, without end where there is none. */
  text(result: Result, texts: Texts["reports"], width: number): string | null;
  /** The keys that follow `schema` and `command`; scripts rely on them. */
  json(result: Result, texts: Texts["reports"]): object;
}

/** Prints a command's result on standard output, ending in one line break. */
export function report<Result>(
  command: string,
  result: Result,
  { json, session, reporter }: { json: boolean | undefined; session: Session; reporter: Reporter<Result> },
): void {
  const text = json
    ? jsonText({ schema: 1, command, ...reporter.json(result, session.reports) })
    : reporter.text(result, session.reports, session.io.stdout.columns || Number.POSITIVE_INFINITY);
  if (text !== null) session.io.stdout.write(`${text}\n`);
}
