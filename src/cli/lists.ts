/** Gives the items of a list option: repeated, separated by commas, or both. */
export function addItems(text: string, before: readonly string[] = []): string[] {
  return [...before, ...splitItems(text)];
}

/** Gives the own ports of a list option. A comma inside a label stays, unless a range comes after it. */
export function addPorts(text: string, before: readonly string[] = []): string[] {
  const ports: string[] = [];
  for (const piece of text.split(",")) {
    const last = ports.at(-1);
    if (last?.includes("=") && !startsWithRange(piece)) ports.push(`${ports.pop()},${piece}`);
    else ports.push(piece);
  }
  return [...before, ...ports];
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
