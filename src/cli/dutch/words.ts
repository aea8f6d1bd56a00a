import { wordsOf } from "../text/words.ts";

export const { oneOf, allOf, grouped, odds } = wordsOf({ or: "of", and: "en", group: ".", point: "," });

/** Gives `1 poort`, `2 poorten`. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
