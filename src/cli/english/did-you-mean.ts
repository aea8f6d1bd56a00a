import { closest } from "../text/closest.ts";
import { oneOf } from "./words.ts";

/** Gives a question that names what a misspelt word may mean, and a blank after it; nothing where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const similar = closest(word, known);
  return similar.length > 0 ? `Did you mean ${oneOf(similar)}? ` : "";
}
