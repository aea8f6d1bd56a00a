/**
 * Gives rows of cells as lines in aligned columns, the head in capitals, without blanks at a line's end. Where they are
 * too wide for a terminal, each row is a block instead: its cells one below the other, but for the empty ones.
 */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const heads = head.map((cell) => cell.toUpperCase());
  const table = alignedLines([heads, ...rows]);
  if (fits(table, width)) return table;
  const block = (row: readonly string[]) =>
    heads.map((name, column) => [name, row[column] ?? ""]).filter(([, cell]) => cell !== "");
  return rows.map((row) => alignedLines(block(row))).join("\n\n");
}

/** Says whether no line of a text is longer than a terminal is wide. */
export function fits(text: string, width: number): boolean {
  return text.split("\n").every((line) => line.length <= width);
}

/** Gives rows of cells as lines in aligned columns. */
export function alignedLines(lines: readonly (readonly string[])[]): string {
  const columns = Math.max(...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
