import type { Argument, CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { addItems } from "../../plan/lists.ts";
import { isList } from "../options.ts";
import { type Position, positionAfter, readOption } from "./position.ts";
import { type Fitting, fittings, type Word } from "./values.ts";

const nothing: Fitting = { kind: "words", words: [] };

/** Gives what fits where the last of these words stands, the program's name not among them. */
export async function answer(words: readonly string[], program: CommandUnknownOpts): Promise<Fitting> {
  const typed = words.at(-1) ?? "";
  const position = positionAfter(words.slice(0, -1), program);
  if (!position) return nothing;
  return beginningWith(typed, await fittingAt(position, typed));
}

async function fittingAt(position: Position, typed: string): Promise<Fitting> {
  const { command, options, awaiting, operands, operandsOnly } = position;
  if (awaiting) return optionValue(awaiting, typed, position);
  if (!operandsOnly && typed.startsWith("-")) {
    const { option, value } = readOption(typed, options);
    if (!typed.startsWith("--") || !option || value === undefined) return optionNames(position);
    return inFront(`${option.long}=`, await optionValue(option, value, position));
  }
  const operand = command.registeredArguments[operands];
  if (operand) return choicesOr(operand, `<${operand.name()}>`);
  if (!operandsOnly && command.commands.length > 0) return commandNames(command);
  return operandsOnly || typed !== "" ? nothing : optionNames(position);
}

function commandNames(command: CommandUnknownOpts): Fitting {
  const commands = command.createHelp().visibleCommands(command);
  const words = commands.map((one) => ({
    value: one.name(),
    description: one.summary() || one.description(),
  }));
  return { kind: "words", words };
}

/** Gives the names of the options that may still come. */
function optionNames({ options, given }: Position): Fitting {
  const open = options.filter((option) => isList(option) || !given.has(option));
  const names = open.flatMap(({ long, short, description }) =>
    [long, short].flatMap((value) => (value ? [{ value, description }] : [])),
  );
  return { kind: "words", words: names };
}

async function optionValue(option: Option, typed: string, { given }: Position): Promise<Fitting> {
  const [placeholder = ""] = /<.*>/.exec(option.flags) ?? [];
  const fitting = await choicesOr(option, option.long ?? "", placeholder);
  if (fitting.kind !== "words" || option.parseArg !== addItems) return fitting;
  const [before = ""] = /^(.*,\s*)?/s.exec(typed) ?? [];
  const taken = addItems(
    before,
    given.get(option)?.flatMap((list) => addItems(list)),
  );
  const free = fitting.words.filter(({ value }) => !taken.includes(value));
  return inFront(before, { kind: "words", words: free });
}

/** Gives an option's or operand's own choices, or what fits by one of these names of it. */
async function choicesOr({ argChoices }: Option | Argument, ...names: string[]): Promise<Fitting> {
  if (argChoices) return { kind: "words", words: argChoices.map((value) => ({ value })) };
  const known = names.find((name) => name in fittings) ?? "";
  return fittings[known]?.() ?? nothing;
}

function inFront(text: string, fitting: Fitting): Fitting {
  return onWords(fitting, (words) => words.map((word) => ({ ...word, value: text + word.value })));
}

function beginningWith(typed: string, fitting: Fitting): Fitting {
  const start = typed.toLowerCase();
  return onWords(fitting, (words) => words.filter(({ value }) => value.toLowerCase().startsWith(start)));
}

function onWords(fitting: Fitting, change: (words: readonly Word[]) => readonly Word[]): Fitting {
  return fitting.kind === "words" ? { kind: "words", words: change(fitting.words) } : fitting;
}
