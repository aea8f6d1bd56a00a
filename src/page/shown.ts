/** Gives text from outside fit to be shown: what controls or misleads is escaped, and what is too long is cut. */
export function shown(text: string, longest = 200): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
