import type { ErrorTexts } from "../text/error-text.ts";
import { quoted } from "../text/words.ts";

/** What can be wrong with a file that is to be signed, in Dutch. */
export const authenticodeErrors = {
  "text-not-signable": ({ encoding }) => encodings[encoding],
  "marker-in-text": ({ line, comment }) =>
    `regel ${line} bevat ${quoted(comment)}, en dat houdt PowerShell voor het begin van een handtekening: wat erna komt zou niet bij het script horen. Schrijf het anders, of haal de hele oude handtekening weg.`,
} satisfies Partial<ErrorTexts>;

const encodings = {
  "no-mark":
    "het bevat tekens buiten ASCII en geen byte order mark, dus elke Windows zou het in een eigen codetabel lezen, en op sommige zou de handtekening niet kloppen. Sla het op als UTF-8 met een byte order mark, of schrijf het in ASCII.",
  "utf-16be":
    "het is opgeslagen als UTF-16 met de hoge byte voorop, en dat leest niet elke Windows. Sla het op als UTF-8 met een byte order mark, of als UTF-16 met de lage byte voorop.",
  damaged:
    "sommige bytes zijn geen tekst in de codering die de byte order mark noemt. Sla het opnieuw op als UTF-8 met een byte order mark.",
};
