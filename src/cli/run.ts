import { CommanderError } from "@commander-js/extra-typings";
import { PortkeepError } from "../errors.ts";
import { fail } from "./fail.ts";
import type { Io, Session } from "./io.ts";
import { makeProgram } from "./program.ts";
import { localeOf, textsOf } from "./text/language.ts";

/** Runs the command line on the arguments after the program's name, and gives the exit code: 0, 1 or 2. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const locale = localeOf(argv);
  const session: Session = { io, locale, exitCode: 0, ...(await textsOf(locale)) };
  const program = makeProgram(session);
  try {
    await program.parseAsync(argv, { from: "user" });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const commands = program.commands.map((command) => command.name());
    const circumstances = { session, json: argv.includes("--json"), commands };
    if (error instanceof CommanderError && error.code === "commander.help") {
      // No command was named, or `help` was asked for one that there is not.
      const [, command] = program.args;
      if (command !== undefined && command !== "help") {
        return fail(new PortkeepError("unknown-command", { command, known: commands }), circumstances);
      }
      program.outputHelp();
      return 0;
    }
    return fail(error, circumstances);
  }
}
