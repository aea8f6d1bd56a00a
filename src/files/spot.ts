import type { FilePlace } from "../errors.ts";

const width = 100;

/**
 * Gives a spot in a file's text as a place: line and column, counted from 1, and the lines around it. `above` is how
 * many lines stand above the text, where it is not the whole file.
 */
export function spotIn(file: string, text: string, offset: number, above = 0): FilePlace {
  const before = text.slice(0, offset).split("\n");
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return { file, line: above + line, column, frame: codeFrame(text.split("\n"), { line, column, above }) };
}

function codeFrame(
  lines: readonly string[],
  { line, column, above }: Record<"line" | "column" | "above", number>,
): string {
  // Of a long line, such as a whole JSON file, the part around the spot.
  const start = Math.max(0, column - width / 2);
  const shown = (text: string) => shownText(text.slice(start, start + width));
  const first = Math.max(1, line - 2);
  const gutter = String(above + line).length;
  const rows = lines.slice(first - 1, line).map((text, index) => {
    const number = first + index;
    const mark = number === line ? ">" : " ";
    return `${mark} ${String(above + number).padStart(gutter)} | ${shown(text)}`.trimEnd();
  });
  const indent = shownText(lines[line - 1]?.slice(start, column - 1) ?? "").length;
  return [...rows, `  ${" ".repeat(gutter)} | ${" ".repeat(indent)}^`].join("\n");
}

// As long as it was, so that the caret stands below the right character.
function shownText(text: string): string {
  return text.replace(/\t/g, " ").replace(/[^\x20-\x7e]/g, "?");
}
