const longest = 80;

/** Gives an id or the like in double quotes, cut at 80 characters, with all but printable ASCII escaped. */
export function quoted(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return JSON.stringify(shown).replace(/[^\x20-\x7e]/g, escaped);
}

/** Gives `a, b or c`. */
export function oneOf(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} or ${last}` : last;
}

/** Gives a whole number with a comma between thousands. */
export function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** Gives `1 port`, `2 ports`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Gives a path fit for a terminal: letters of any language stay, what controls or misleads is escaped. */
export function printable(path: string): string {
  return path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
