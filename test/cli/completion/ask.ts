import { portkeep } from "../console.ts";

/** Gives what fits in the place of the last of these words, as the program tells zsh: a kind, then the lines of it. */
export async function ask(...words: string[]): Promise<{ kind: string; lines: string[] }> {
  return told(["completion", "zsh", "--answer"], ["portkeep", ...words].map((word) => `${word}\n`).join(""));
}

/** Gives the same without the descriptions. */
export async function wordsFor(...words: string[]): Promise<string[]> {
  const { kind, lines } = await ask(...words);
  if (kind !== "words") throw new Error(`Not words but ${kind}`);
  return lines.map((line) => line.replace(/\t.*/, ""));
}

/** Asks by this command line, with this on standard input. */
export async function told(argv: string[], stdin: string): Promise<{ kind: string; lines: string[] }> {
  const { code, stdout, stderr } = await portkeep(argv, undefined, stdin);
  if (code !== 0 || stderr !== "") throw new Error(stderr);
  const [kind = "", ...lines] = stdout.split("\n").slice(0, -1);
  return { kind, lines };
}

/** Gives the first column of a part of the help, as commander lays it out. */
export async function namesInHelp(argv: string[], heading: string): Promise<string[]> {
  const { stdout } = await portkeep([...argv, "--help"]);
  const [, part = ""] = stdout.split(`${heading}:\n`);
  const terms = (part.split("\n\n")[0] ?? "").match(/^ {2}[^\s,]+(, [^\s,]+)*/gm) ?? [];
  return terms.flatMap((term) => term.trim().split(", "));
}
