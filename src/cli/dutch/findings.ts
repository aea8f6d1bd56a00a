import type { FindingTexts } from "../read/read-back.ts";
import { printable, quoted } from "../text/words.ts";

/** In what a script is not as it was rendered, in Dutch. */
export const findings: FindingTexts = {
  "logic-unknown": ({ line, found }) =>
    `Deze versie kent de logica niet. De eerste regel die afwijkt, is regel ${line}: ${quoted(found)}. Voer het script niet uit zonder te weten wat er is gewijzigd.`,
  "cut-off": () =>
    "Het script is afgekapt: het eindigt voor de laatste regel. Zorg voor een volledig exemplaar.",
  "other-version": ({ version, known }) =>
    `Volgens het script is het gemaakt door portkeep ${printable(version ?? "?")}; dit is ${known}.`,
  "settings-differ": ({ line, found, wanted }) =>
    `De instellingen zijn bewerkt: regel ${line} is ${quoted(found)}, en de keuzes geven ${quoted(wanted)}.`,
  "line-ends": ({ found, wanted }) =>
    `De regeleinden zijn gewijzigd: ze zijn ${found === "mixed" ? "gemengd" : found.toUpperCase()}, en waren ${wanted.toUpperCase()}.`,
  encoding: ({ encoding }) =>
    encoding === "other"
      ? "Er staan bytes in die geen tekst zijn; een script van portkeep is gewone ASCII."
      : `Het is opgeslagen als ${encoding.toUpperCase()}; een script van portkeep is gewone ASCII.`,
  "signature-broken": () => "De handtekening is niet compleet.",
  "recipe-unusable": ({ cause }) =>
    cause
      ? `De keuzes in het script zijn niet bruikbaar. ${cause}`
      : "De keuzes in het script ontbreken of zijn beschadigd.",
};
