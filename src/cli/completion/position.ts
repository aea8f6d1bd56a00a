import type { CommandUnknownOpts, Option } from "@commander-js/extra-typings";

/** What the words before the one being typed make of it. */
export interface Position {
  /** The command that it belongs to: the program itself where none is named yet. */
  command: CommandUnknownOpts;
  /** The options that may stand there. */
  options: readonly Option[];
  /** The options that stand before it, each with its values. */
  given: ReadonlyMap<Option, readonly string[]>;
  /** The option whose value it is. */
  awaiting: Option | undefined;
  /** How many operands stand before it. */
  operands: number;
  /** After `--`, where no word is an option. */
  operandsOnly: boolean;
}

/** Gives the place behind these words, the program's name not among them; undefined where no such command is. */
export function positionAfter(words: readonly string[], program: CommandUnknownOpts): Position | undefined {
  let command = program;
  let options = optionsOf(program);
  let awaiting: Option | undefined;
  let operands = 0;
  let operandsOnly = false;
  const given = new Map<Option, string[]>();
  const give = (option: Option, ...values: string[]) =>
    given.set(option, [...(given.get(option) ?? []), ...values]);

  for (const word of words) {
    if (awaiting) {
      give(awaiting, word);
      awaiting = undefined;
    } else if (!operandsOnly && word === "--") {
      operandsOnly = true;
    } else if (!operandsOnly && word.startsWith("-") && word !== "-") {
      const { option, value } = readOption(word, options);
      if (option) give(option, ...(value === undefined ? [] : [value]));
      if (option?.required && value === undefined) awaiting = option;
    } else if (command === program) {
      // A command comes after it too.
      if (word === "help") continue;
      const named = program.commands.find((one) => one.name() === word);
      if (!named) return undefined;
      command = named;
      options = optionsOf(named);
    } else {
      operands++;
    }
  }
  return { command, options, given, awaiting, operands, operandsOnly };
}

/** Gives the option that a word names, if there is one, and the value in the same word: `--name=value`, `-nvalue`. */
export function readOption(word: string, options: readonly Option[]) {
  const [, name, value] = (word.startsWith("--") ? /^([^=]*)(?:=(.*))?$/s : /^(..)(.+)?$/s).exec(word) ?? [];
  return { option: options.find(({ long, short }) => long === name || short === name), value };
}

function optionsOf(command: CommandUnknownOpts): Option[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
}
