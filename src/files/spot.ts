import type { FilePlace } from "../errors.ts";

const width = 100;

/** Gives a spot in a file's text as a place, as `spotsIn` does; for one spot, or few. */
export function spotIn(file: string, text: string, offset: number, above = 0): FilePlace {
  return spotsIn(file, text, above)(offset);
}

/**
 * Gives what tells spots in a file's text as places: line and column, counted from 1, and the lines around them.
 * `above` is how many lines stand above the text, where it is not the whole file. A list can have a fault in every
 * line, so the text is divided once.
 */
export function spotsIn(file: string, text: string, above = 0): (offset: number) => FilePlace {
  let known: Lines | undefined;
  return (offset) => {
    known ??= linesOf(text);
    const { texts, starts } = known;
    const index = indexOf(starts, offset);
    const line = above + index + 1;
    const column = offset - (starts[index] ?? 0) + 1;
    const shown = texts.slice(Math.max(0, index - 2), index + 1);
    return { file, line, column, frame: codeFrame(shown, line, column) };
  };
}

interface Lines {
  texts: string[];
  /** Where each begins in the whole text. */
  starts: number[];
}

function linesOf(text: string): Lines {
  const texts = text.split("\n");
  let next = 0;
  const starts = texts.map(({ length }) => {
    const start = next;
    next += length + 1;
    return start;
  });
  return { texts, starts };
}

/** Gives the index of the line that an offset is in, by halving what is left to look at. */
function indexOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
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
