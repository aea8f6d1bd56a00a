import { Argument, type Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { PortkeepError } from "../errors.ts";
import { addItems, addPorts } from "../plan/lists.ts";
import type { OwnTable } from "../table/table.ts";
import type { Io } from "./io.ts";

/** Gives an option that takes one of these words, by default the first, and tells a wrong one as every other error. */
export function choiceOption<const Flags extends string, const Values extends readonly [string, ...string[]]>(
  flags: Flags,
  description: string,
  values: Values,
) {
  const [option = flags] = flags.split(" ");
  return new Option(flags, description)
    .choices(values)
    .argParser(oneOf(option, values))
    .default(values[0] as Values[number]);
}

/** Gives an operand, such as `<shell>`, that is one of these words, and tells a wrong one likewise. */
export function choiceArgument<
  const Name extends string,
  const Values extends readonly [string, ...string[]],
>(name: Name, description: string, values: Values) {
  return new Argument(name, description).choices(values).argParser(oneOf(name, values));
}

/** Gives a reader for an option or operand that is one of these words. It throws `value-not-allowed`. */
export function oneOf<Values extends readonly string[]>(option: string, values: Values) {
  return (text: string): Values[number] => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    throw new PortkeepError("value-not-allowed", { value: text, allowed: [...values] }, { option });
  };
}

/** Says whether an option may be repeated. */
export function isList({ parseArg }: Option): boolean {
  return parseArg === addItems || parseArg === addPorts;
}

/**
 * Has a command throw `option-without-value` for an option whose value is empty, as a variable is that was never set,
 * and `option-repeated` for one that takes one value and is given two: commander takes the last.
 */
export function checkOptions(command: CommandUnknownOpts): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const name = option.long ?? option.flags;
    let given = false;
    command.on(`option:${option.name()}`, (value: string) => {
      if (value.trim() === "") throw new PortkeepError("option-without-value", { option: name });
      if (given && !isList(option)) throw new PortkeepError("option-repeated", {}, { option: name });
      given = true;
    });
  }
}

/** Gives a reader for an option that takes a whole number between two bounds. */
export function wholeNumber(option: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    throw new PortkeepError("not-a-number", { text, low, high }, { option });
  };
}

/** Gives what `--table` names. What reads and checks it is loaded only then. */
export async function tableFrom(file: string | undefined, io: Io): Promise<{ table?: OwnTable }> {
  if (file === undefined) return {};
  const { loadOwnTable } = await import("./table/own-table.ts");
  return { table: await loadOwnTable(file, io) };
}

/** Adds a command without its options, which help begins with examples for. */
export function addCommand<const Name extends string>(program: Command, name: Name, help: CommandHelp) {
  return program
    .command(name)
    .summary(help.summary)
    .description(help.description)
    .addHelpText("before", help.examples);
}

interface CommandHelp {
  summary: string;
  description: string;
  examples: string;
}
