import { locales } from "../../plan/choice.ts";
import { help } from "../english/help.ts";
import { reports } from "../english/reports.ts";
import type { ErrorTexts } from "./error-text.ts";

export type Locale = (typeof locales)[number];

/** All that a run without an error may say. */
export interface Texts {
  help: typeof help;
  reports: typeof reports;
}

/** Gives the language that the arguments ask for. It is settled before they are judged, since the judgement needs it. */
export function localeOf(argv: readonly string[]): Locale {
  const wanted = argv.flatMap((word, index) => {
    const value = word === "--locale" ? argv[index + 1] : /^--locale=(.*)/.exec(word)?.[1];
    return locales.filter((locale) => locale === value);
  });
  return wanted.at(-1) ?? "en";
}

/** Gives the texts of a language. All but the English ones are read only when they are asked for. */
export async function textsOf(locale: Locale): Promise<Texts> {
  return locale === "nl" ? await import("../dutch/texts.ts") : { help, reports };
}

/** Gives the sentences for errors. */
export async function errorTextsOf(locale: Locale): Promise<ErrorTexts> {
  const { errors } =
    locale === "nl" ? await import("../dutch/errors.ts") : await import("../english/errors.ts");
  return errors;
}
