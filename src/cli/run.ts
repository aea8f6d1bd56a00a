import { CommanderError } from "@commander-js/extra-typings";
import { PortkeepError } from "../errors.ts";
import { errorText } from "./error-text.ts";
import type { Io } from "./io.ts";
import { makeProgram } from "./program.ts";

/** Runs the command line on the arguments after the program's name, and gives the exit code: 0, 1 or 2. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const program = makeProgram(io);
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return fail(error, argv.includes("--json"), io);
  }
}

function fail(error: unknown, json: boolean, io: Io): number {
  const { code, message, facts } = describe(error);
  // Commander has already written its own sentence.
  if (!(error instanceof CommanderError)) io.stderr.write(`error: ${message}\n`);
  if (json) io.stdout.write(`${JSON.stringify({ schema: 1, error: { code, message, facts } }, null, 2)}\n`);
  return 2;
}

function describe(error: unknown): { code: string; message: string; facts: object } {
  if (error instanceof PortkeepError) {
    return { code: error.code, message: errorText(error), facts: error.facts };
  }
  if (error instanceof CommanderError) {
    return { code: "usage", message: error.message.replace(/^error: /, ""), facts: {} };
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return {
    code: "internal",
    message: `This is a fault in portkeep itself; please report it.\n${stack}`,
    facts: {},
  };
}
