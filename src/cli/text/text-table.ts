/** Gives rows of cells as lines in aligned columns, the head in capitals, without blanks at a line's end. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return alignedLines([head.map((cell) => cell.toUpperCase()), ...rows]);
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
