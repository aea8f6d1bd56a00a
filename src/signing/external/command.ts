import { parseArgsStringToArgv } from "string-argv";
import { PortkeepError } from "../../errors.ts";

/** A program and its arguments. */
export type Words = readonly [program: string, ...args: string[]];

/** Signs a script's file; signs one hash and ends; or stays, and signs one hash after the other. */
export type CommandKind = "file" | "hash" | "co-process";

/** What the user gave as a signing command, its placeholders still to be filled. */
export type SignCommand<Kind extends CommandKind = CommandKind> = Kind extends CommandKind
  ? { kind: Kind; words: Words }
  : never;

/** What each placeholder stands for: what is to be signed, or something that helps to sign it. */
const placeholders = {
  file: "file",
  hash: "hash",
  "hash-hex": "hash",
  "hash-base64": "hash",
  "digest-info": "hash",
  message: "hash",
  "hash-name": "help",
  out: "help",
} as const;

export type Placeholder = keyof typeof placeholders;

// Narrow, so that braces of JSON and of script blocks mean themselves.
const placeholderForm = /\{([A-Za-z][\w-]*)\}/g;

/**
 * Splits a text into words at blanks. What is between two quotes of a kind is taken as it stands, and a backslash
 * is a backslash everywhere. Throws `sign-command-empty`, `sign-command-unclosed-quote` and what `commandKind` throws.
 */
export function parseSignCommand(text: string): SignCommand {
  const [quote] = text.replace(/"[^"]*"|'[^']*'/g, "").match(/["']/) ?? [];
  if (quote) throw new PortkeepError("sign-command-unclosed-quote", { quote });
  const [program, ...args] = parseArgsStringToArgv(text);
  if (!program) throw new PortkeepError("sign-command-empty", {});
  const words: Words = [program, ...args];
  return { kind: commandKind(words), words };
}

/**
 * Tells from the placeholders what a command does. Throws `sign-command-placeholder`, `sign-command-two-kinds`,
 * `sign-command-no-input`.
 */
export function commandKind(words: Words): CommandKind {
  const used = placeholdersIn(words);
  const [file] = used.filter((name) => placeholders[name] === "file");
  const [hash] = used.filter((name) => placeholders[name] === "hash");
  if (file && hash) throw new PortkeepError("sign-command-two-kinds", { file, hash });
  if (file) return "file";
  if (hash) return "hash";
  const [placeholder] = used;
  if (!placeholder) return "co-process";
  const inputs = Object.keys(placeholders).filter(
    (name) => isPlaceholder(name) && placeholders[name] !== "help",
  );
  throw new PortkeepError("sign-command-no-input", { placeholder, inputs });
}

/** Gives the placeholders of a command, each once. Throws `sign-command-placeholder`. */
export function placeholdersIn(words: Words): Placeholder[] {
  const names = words.flatMap((word) => [...word.matchAll(placeholderForm)].map(([, name = ""]) => name));
  return [...new Set(names)].map((name) => {
    if (isPlaceholder(name)) return name;
    const facts = { name: name.slice(0, 80), known: Object.keys(placeholders) };
    throw new PortkeepError("sign-command-placeholder", facts);
  });
}

/** Puts values in the place of placeholders, within the words, so that none can become two. */
export function fillWords([program, ...args]: Words, values: Partial<Record<string, string>>): Words {
  const fill = (word: string) => word.replace(placeholderForm, (whole, name) => values[name] ?? whole);
  return [fill(program), ...args.map(fill)];
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(placeholders, name);
}
