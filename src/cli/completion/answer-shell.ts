import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { readInput } from "../input.ts";
import type { Io } from "../io.ts";
import { answer } from "./answer.ts";
import type { Shell } from "./shells.ts";
import { splitLine } from "./split-line.ts";
import type { Fitting } from "./values.ts";

// No shell takes a longer line.
const longest = 4_000_000;

/**
 * Answers a shell that asks at a TAB. On standard input: from bash the line up to the cursor, from the others its
 * words, one a line; in either case the program's name is the first. Gives `words`, `files` or `folders` on a line of
 * its own; then, one a line, the words that fit, each with a tab and its description, or the endings of the files to
 * prefer. Throws what reading standard input throws.
 */
export async function answerShell(shell: Shell, program: CommandUnknownOpts, io: Io): Promise<string> {
  const text = new TextDecoder().decode(await readInput("-", longest, io));
  const words = shell === "bash" ? splitLine(text) : text.replace(/\r?\n$/, "").split(/\r?\n/);
  const fitting = await answer(words.slice(1), program);
  return [fitting.kind, ...linesOf(fitting)].map((line) => `${line}\n`).join("");
}

function linesOf(fitting: Fitting): readonly string[] {
  switch (fitting.kind) {
    case "words":
      return fitting.words.map(({ value, description }) =>
        description ? `${value}\t${description}` : value,
      );
    case "files":
      return fitting.endings;
    case "folders":
      return [];
  }
}
