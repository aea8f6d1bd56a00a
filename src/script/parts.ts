import type { formats } from "../plan/choice.ts";

type Format = (typeof formats)[number];

/** A script's parts; line ends are LF. All but the settings is the same in every script of a version. */
export interface ScriptParts {
  format: Format;
  head: string;
  settings: string;
  logic: string;
}

/** The lines around the settings, and how one of them is written: name, and the value between these quotes. */
const syntaxes = {
  ps1: { first: "# ---- Settings, written by portkeep.\n", last: "\n}\n", name: "  NAME +=", quote: "'" },
  vbs: {
    first: "' ---- Settings, written by portkeep.\n",
    last: "\n' ---- End of the settings.\n",
    name: 'Settings\\.Add "NAME",',
    quote: '"',
  },
} as const;

/** Gives the format of a text with settings of portkeep's, or null. */
export function formatOf(text: string): Format | null {
  if (text.includes(`\n${syntaxes.ps1.first}`)) return "ps1";
  return text.includes(`\n${syntaxes.vbs.first}`) ? "vbs" : null;
}

/** Gives the parts of a script, or null for a text in which the settings have no beginning or no end. */
export function splitScript(text: string): ScriptParts | null {
  const format = formatOf(text);
  if (!format) return null;
  const { first, last } = syntaxes[format];
  const start = text.indexOf(`\n${first}`) + 1;
  const stop = text.indexOf(last, start);
  if (stop < 0) return null;
  const end = stop + last.length;
  return { format, head: text.slice(0, start), settings: text.slice(start, end), logic: text.slice(end) };
}

/** Says whether a text without whole settings is the beginning of a script, whose head is given. */
export function beginsScript(text: string, { head, format }: Pick<ScriptParts, "head" | "format">): boolean {
  if (formatOf(text)) return true;
  return text.length > 200 && `${head}${syntaxes[format].first}`.startsWith(withoutHalfLineEnd(text));
}

/** Gives the value of a setting, if it is one literal on a line of its own. Nothing is evaluated. */
export function settingOf({ format, settings }: ScriptParts, name: string): string | null {
  const { name: form, quote } = syntaxes[format];
  const line = `^${form.replace("NAME", name)} ${quote}((?:[^${quote}\\n]|${quote}${quote})*)${quote}$`;
  return new RegExp(line, "m").exec(settings)?.[1]?.replaceAll(quote + quote, quote) ?? null;
}

/** Gives a text without a CR at its end, as is left where a CR LF was cut in two. */
export function withoutHalfLineEnd(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

/** Gives a text with LF line ends, and which ones it had. */
export function unifyLines(text: string): { lines: string; newline: "crlf" | "lf" | "mixed" } {
  const all = text.split("\n").length - 1;
  const lines = text.replaceAll("\r\n", "\n");
  const crlf = text.length - lines.length;
  return { lines, newline: crlf === 0 ? "lf" : crlf === all ? "crlf" : "mixed" };
}
