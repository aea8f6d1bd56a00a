import { wordsOf } from "../text/words.ts";

export const { oneOf, allOf, grouped, odds } = wordsOf({ or: "or", and: "and", group: ",", point: "." });

/** Gives `1 port`, `2 ports`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
