import { distance } from "fastest-levenshtein";

const longest = 64;
const most = 3;

/** Gives the known words that a misspelt one may mean: the nearest, or those that it begins; none where that says nothing. */
export function closest(word: string, known: readonly string[]): string[] {
  if (word.length > longest) return [];
  const written = word.trim().toLowerCase();
  const candidates = known.map((entry) => ({ entry, steps: stepsTo(written, entry.toLowerCase()) }));
  const fewest = Math.min(...candidates.map(({ steps }) => steps));
  const nearest = candidates.filter(({ steps }) => steps === fewest).map(({ entry }) => entry);
  return fewest <= Math.max(1, Math.round(written.length * 0.4)) && nearest.length <= most ? nearest : [];
}

function stepsTo(written: string, known: string): number {
  const begun = written.length > 1 && known.startsWith(written);
  return begun && known !== written ? 1 : distance(written, known);
}
