import { commandLine } from "../../plan/command-line.ts";
import type { Session } from "../io.ts";
import type { Reporter } from "../report.ts";
import { printable } from "../text/words.ts";
import type { Added } from "./add-sites.ts";

/** Shows what was written by its file. */
export const initReporter: Reporter<Added> = {
  json: ({ file, isNew, added, sites }) => ({ file, new: isNew, added, sites }),
  text: ({ file }) => printable(file),
};

/** Gives what to say beside it: how many sites there are, and the command to run next. `table` is what --table named. */
export function sayOfInit(
  { file, added, sites }: Added,
  table: string | undefined,
  { reports, locale }: Session,
): string {
  const own = table === undefined ? [] : ["--table", table];
  const language = locale === "en" ? [] : ["--locale", locale];
  const command = printable(commandLine(["build", file, ...own, "-o", "try", ...language]));
  return `${reports.init.written(printable(file), sites, added.length)}\n${reports.init.next}\n  ${command}\n`;
}
