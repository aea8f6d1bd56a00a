/** Gives the items of a list option: repeated, separated by commas, or both. */
export function addItems(text: string, before: readonly string[] = []): string[] {
  return [...before, ...splitItems(text)];
}

/**
 * Gives the own ports of a list option. A comma inside a label stays, unless a range comes after it; in
 * double quotes, which no label holds, it always stays.
 */
export function addPorts(text: string, before: readonly string[] = []): string[] {
  const ports: string[] = [];
  for (const piece of text.split(",")) {
    const last = ports.at(-1);
    if (last !== undefined && continuesLabel(last, piece)) ports.push(`${ports.pop()},${piece}`);
    else ports.push(piece);
  }
  return [...before, ...ports.map((port) => port.replace(/^([^=]*=) *"([^"]*)" *$/, "$1$2"))];
}

/** Gives own ports in the form that `addPorts` reads as these alone. */
export function asOnePort(port: string): string {
  return addPorts(port).length === 1 ? port : port.replace(/=(.*)/, '="$1"');
}

function continuesLabel(port: string, piece: string): boolean {
  return /^[^=]*= *"[^"]*$/.test(port) || (port.includes("=") && !startsWithRange(piece));
}

function splitItems(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function startsWithRange(text: string): boolean {
  return /^ *\d+(-\d+)? *(=|$)/.test(text);
}
