/** Gives the first line in which a text is not what was wanted, counted from 1, or null where they are the same. */
export function firstDifference(text: string, wanted: string) {
  if (text === wanted) return null;
  const [lines, wantedLines] = [text.split("\n"), wanted.split("\n")];
  const index = lines.findIndex((line, at) => line !== wantedLines[at]);
  const at = index < 0 ? lines.length - 1 : index;
  return { line: at + 1, found: lines[at] ?? "", wanted: wantedLines[at] ?? "" };
}

/** Gives the number of line ends in a text. */
export function lineCount(text: string): number {
  return text.split("\n").length - 1;
}
