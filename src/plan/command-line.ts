import type { Recipe } from "./choice.ts";
import { asOnePort } from "./lists.ts";

/** The name under which to save what a recipe took from a user's own table. */
export const tableFile = "table.json";

/** Gives the arguments that lead to a recipe: only what differs from the defaults. */
export function argumentsOf(recipe: Recipe): string[] {
  const {
    products,
    ports,
    os,
    backend,
    action,
    reboot,
    restartDns,
    rebootExitCode,
    locale,
    newline,
    format,
    allowWide,
    table,
  } = recipe;
  const options: [string, string, boolean][] = [
    ["--product", products.join(","), products.length > 0],
    ...ports.map((port): [string, string, boolean] => ["--port", asOnePort(port), true]),
    ["--table", tableFile, table !== undefined],
    ["--os", os ?? "", os !== null],
    ["--backend", backend, backend !== "auto"],
    ["--action", action, action !== "Apply"],
    ["--reboot", reboot, reboot !== "Never"],
    ["--restart-dns", restartDns ?? "", restartDns !== undefined],
    ["--reboot-exit-code", String(rebootExitCode), rebootExitCode !== 3010],
    ["--locale", locale, locale !== "en"],
    ["--newline", newline, newline !== "crlf"],
    ["--format", format ?? "", format !== undefined],
  ];
  const words = options.flatMap(([option, value, needed]) => (needed ? [option, value] : []));
  return ["render", ...words, ...(allowWide ? ["--allow-wide"] : [])];
}

/** Gives arguments as one would type them, each as `shellWord` gives it. */
export function commandLine(words: readonly string[]): string {
  return ["portkeep", ...words.map(shellWord)].join(" ");
}

/**
 * Gives a word as one would type it. sh and PowerShell read it alike, and cmd too, unless it has quotes inside or what
 * those two would replace.
 */
export function shellWord(word: string): string {
  if (/^[\w.:/=+-][\w.,:/=+-]*$/.test(word)) return word;
  return /["$`]/.test(word) ? `'${word}'` : `"${word}"`;
}
