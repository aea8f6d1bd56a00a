/**
 * Gives a text as a single-quoted PowerShell literal. In one, only the quote itself means anything, and
 * only as two of them a quote. Throws a RangeError for all but printable ASCII: PowerShell takes typographic
 * quotes for quotes too, and nothing else may stand in a script.
 */
export function literal(text: string): string {
  const strange = /[^ -~]/u.exec(text);
  if (strange) throw new RangeError(`not printable ASCII at ${strange.index}: ${JSON.stringify(text)}`);
  return `'${text.replaceAll("'", "''")}'`;
}
