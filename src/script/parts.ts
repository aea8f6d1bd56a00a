/** A script's parts; line ends are LF. All but the settings is the same in every script of a version. */
export interface ScriptParts {
  head: string;
  settings: string;
  logic: string;
}

const firstLine = "# ---- Settings, written by portkeep.\n";
const lastLine = "\n}\n";

/** Gives the parts of a script, or null for a text in which the settings have no beginning or no end. */
export function splitScript(text: string): ScriptParts | null {
  const start = text.indexOf(`\n${firstLine}`) + 1;
  const stop = start > 0 ? text.indexOf(lastLine, start) : -1;
  if (stop < 0) return null;
  const end = stop + lastLine.length;
  return { head: text.slice(0, start), settings: text.slice(start, end), logic: text.slice(end) };
}

/** Says whether a text without whole settings is the beginning of a script, whose head is given. */
export function beginsScript(text: string, head: string): boolean {
  if (text.includes(`\n${firstLine}`)) return true;
  return text.length > 200 && `${head}${firstLine}`.startsWith(withoutHalfLineEnd(text));
}

/** Gives the value of a setting, if it is one single-quoted literal on a line of its own. Nothing is evaluated. */
export function settingOf({ settings }: ScriptParts, name: string): string | null {
  const value = new RegExp(`^  ${name} += '((?:[^'\\n]|'')*)'$`, "m").exec(settings)?.[1];
  return value?.replaceAll("''", "'") ?? null;
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
