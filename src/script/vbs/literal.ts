/**
 * Gives a text as a VBScript string. In one, only the double quote means anything, and only as two of them a
 * quote. Throws a RangeError for double braces, which no script may hold, and for all but printable ASCII.
 */
export function vbsLiteral(text: string): string {
  if (/[^ -~]|\{\{/.test(text)) throw new RangeError(`not fit for a script: ${JSON.stringify(text)}`);
  return `"${text.replaceAll('"', '""')}"`;
}
