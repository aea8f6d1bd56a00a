/**
 * Gives a text as a single-quoted PowerShell literal. In one, only the quote itself means anything, and
 * only as two of them a quote. Throws a RangeError for double braces, which
 * no script may hold, and for all but printable ASCII: PowerShell takes typographic quotes for quotes too.
 */
export function literal(text: string): string {
  if (/[^ -~]|\{\{/.test(text)) throw new RangeError(`not fit for a script: ${JSON.stringify(text)}`);
  return `'${text.replaceAll("'", "''")}'`;
}
