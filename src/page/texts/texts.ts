import type { locales } from "../../plan/choice.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";

export type Language = (typeof locales)[number];
export type Texts = typeof english;

export const texts: Record<Language, Texts> = { en: english, nl: dutch };

/** Gives the language that somebody's browser asks for first, of those that the page speaks. */
export function languageOf(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in texts);
  return known === "nl" ? "nl" : "en";
}
