const longest = 80;
const mostItems = 40;

/** Gives an id or the like in double quotes, cut at 80 characters, with all but printable ASCII escaped. */
export function quoted(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return JSON.stringify(shown).replace(/[^\x20-\x7e]/g, escaped);
}

/** Gives a path fit for a terminal: letters of any language stay, what controls or misleads is escaped. */
export function printable(path: string): string {
  return path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

/** Gives a value as JSON that is fit for a terminal too, and means the same to a program. */
export function jsonText(value: object): string {
  return JSON.stringify(value, null, 2).split("\n").map(printable).join("\n");
}

/** Gives the words that a language puts between items, and its signs in numbers, as functions. */
export function wordsOf({ or, and, group, point }: Record<"or" | "and" | "group" | "point", string>) {
  const decimal = (value: number, digits: number) => value.toFixed(digits).replace(".", point);
  return {
    /** Gives `a, b or c`. */
    oneOf: (items: readonly string[]) => listed(items, or),
    /** Gives `a, b and c`. */
    allOf: (items: readonly string[]) => listed(items, and),
    /** Gives a whole number with a sign between thousands. (The first toLocaleString would take 10 ms.) */
    grouped: (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, group),
    /** Gives a probability as a percentage, with as many figures as count. */
    odds: (value: number) => {
      const percent = value * 100;
      if (value === 0 || value === 1) return `${percent} %`;
      if (percent >= 99.95) return `> ${decimal(99.9, 1)} %`;
      return `${decimal(percent, percent < 9.95 || percent >= 99 ? 1 : 0)} %`;
    },
  };
}

function listed(items: readonly string[], word: string): string {
  const shown = items.length > mostItems ? [...items.slice(0, mostItems), "..."] : items;
  const last = shown.at(-1) ?? "";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} ${word} ${last}` : last;
}

/** Gives each half of a character as JSON and JavaScript write it. */
function escaped(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
