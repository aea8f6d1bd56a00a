import type { CommanderError } from "@commander-js/extra-typings";
import { PortkeepError } from "../errors.ts";

/** Gives what commander found wrong with the command line as an error of ours: commander tells it in English alone. */
export function usageError({ code, message }: CommanderError, commands: readonly string[]): PortkeepError {
  const text = message.replace(/^error: /, "");
  const [, first = "", second = "", third = ""] = forms[code]?.exec(text) ?? [];
  switch (first && code) {
    case "commander.unknownCommand":
      return new PortkeepError("unknown-command", { command: first, known: [...commands] });
    case "commander.unknownOption":
      return new PortkeepError("unknown-option", {
        // The value may be a secret.
        option: first.replace(/=.*/s, ""),
        similar: second ? second.split(", ") : [],
      });
    case "commander.optionMissingArgument":
      return new PortkeepError("option-without-value", { option: first });
    case "commander.missingArgument":
      return new PortkeepError("argument-missing", { argument: first });
    case "commander.missingMandatoryOptionValue":
      return new PortkeepError("option-missing", { option: first });
    case "commander.excessArguments":
      return new PortkeepError("too-many-arguments", {
        command: first,
        expected: Number(second),
        given: Number(third),
      });
    default:
      return new PortkeepError("usage", { message: text });
  }
}

const forms: Record<string, RegExp> = {
  "commander.unknownCommand": /^unknown command '(.*?)'(?:\n|$)/s,
  "commander.unknownOption": /^unknown option '(.*?)'(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s,
  "commander.optionMissingArgument": /^option '(.*)' argument missing$/,
  "commander.missingArgument": /^missing required argument '(.*)'$/,
  "commander.missingMandatoryOptionValue": /^required option '(?:-\w, )?(.*)' not specified$/,
  "commander.excessArguments": /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/,
};
