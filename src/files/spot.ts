import type { FilePlace } from "../errors.ts";

const width = 100;

/**
 * Gives a spot in a file's text as a place: line and column, counted from 1, and the lines around it. `above` is how
 * many lines stand above the text, where it is not the whole file.
 */
export function spotIn(file: string, text: string, offset: number, above = 0): FilePlace {
  let [line, start] = [1, 0];
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  const column = offset - start + 1;
  return {
    file,
    line: above + line,
    column,
    frame: codeFrame(linesBefore(text, start), above + line, column),
  };
}

/** Gives the line that starts there, and up to two above it. */
function linesBefore(text: string, start: number): string[] {
  let first = start;
  for (let count = 0; count < 2 && first > 0; count++) {
    first = text.slice(0, first - 1).lastIndexOf("\n") + 1;
  }
  const end = text.indexOf("\n", start);
  return text.slice(first, end < 0 ? text.length : end).split("\n");
}

/** Shows lines, of which the last one has this number, with a mark under one of its columns. */
function codeFrame(lines: readonly string[], line: number, column: number): string {
  // Of a long line, such as a whole JSON file, the part around the spot.
  const start = Math.max(0, column - width / 2);
  const shown = (text: string) => shownText(text.slice(start, start + width));
  const gutter = String(line).length;
  const rows = lines.map((text, index) => {
    const number = line - lines.length + 1 + index;
    return `${number === line ? ">" : " "} ${String(number).padStart(gutter)} | ${shown(text)}`.trimEnd();
  });
  const indent = shownText(lines.at(-1)?.slice(start, column - 1) ?? "").length;
  return [...rows, `  ${" ".repeat(gutter)} | ${" ".repeat(indent)}^`].join("\n");
}

// As long as it was, so that the caret stands below the right character.
function shownText(text: string): string {
  return text.replace(/\t/g, " ").replace(/[^\x20-\x7e]/g, "?");
}
