/** Gives text with lines ended by CRLF, whatever they end with. */
export function crlf(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}

/** Gives text as a file with lines ended by CRLF, as Windows' own programs want it. */
export function windowsText(text: string): Uint8Array {
  return Buffer.from(crlf(text));
}

/** Gives a Markdown table; what divides cells is escaped in them. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/**
 * Gives text from outside as Markdown that shows it and does nothing else: letters, digits and a few signs stay,
 * what controls or hides is told by its number, and all the rest becomes a character reference.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `(U+${codePoint(sign).toString(16).toUpperCase()})`)
    .replace(/[^\p{L}\p{M}\p{N} .,=()+-]/gu, (sign) => `&#${codePoint(sign)};`);
}

function codePoint(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}

function escapeCell(cell: string): string {
  return cell.replace(/[\\|]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}
