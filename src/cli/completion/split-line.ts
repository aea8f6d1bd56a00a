// A backslash, single quotes, double quotes and all else; quotes may still be open. Blanks at the end begin a word.
const words = /(?:\\.?|'[^']*'?|"(?:\\.?|[^"\\])*"?|[^\s"'\\])+|\s+$/gs;
const quotings = /\\(.?)|'([^']*)'?|"((?:\\.?|[^"\\])*)"?/gs;

/**
 * Gives the words of a command line as bash divides it, without their quotes; the last one is what is being typed.
 * Nothing is expanded: a dollar sign is a character like any other.
 */
export function splitLine(line: string): string[] {
  return (line.match(words) ?? []).map((word) => word.trimStart().replace(quotings, unquoted));
}

function unquoted(_: string, escaped = "", single = "", double = ""): string {
  return escaped + single + double.replace(/\\(["\\$`])/g, "$1");
}
