import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { authenticodeErrors } from "./authenticode-errors.ts";
import { externalErrors } from "./external-errors.ts";
import { keyErrors } from "./key-errors.ts";
import { timestampErrors } from "./timestamp-errors.ts";
import { allOf, oneOf } from "./words.ts";

/** What can go wrong with signing, in Dutch. */
export const signingErrors = {
  ...authenticodeErrors,
  ...keyErrors,
  ...externalErrors,
  ...timestampErrors,
  "signing-key-missing": ({ options }) =>
    `er staat nergens met welke sleutel te ondertekenen. Geef ${oneOf(options)}; docs/signing.md vertelt welke.`,
  "option-conflict": ({ options }) => `${allOf(options)} gaan niet samen. Houd er een van.`,
  "option-needs": ({ option, others }) =>
    `bij ${option} hoort ook ${oneOf(others)}. Voeg die toe, of laat ${option} weg.`,
  "not-a-fingerprint": ({ text, digits }) =>
    `${quoted(text)} is niet de SHA-256 van een certificaat; die heeft 64 hexadecimale cijfers. ${
      digits === 40 ? "Dit lijkt de vingerafdruk die Windows toont, en die is SHA-1 en bewijst niets. " : ""
    }portkeep verify SCRIPT --integrity-only toont de goede.`,
  "password-needed": () =>
    "er is een wachtwoord nodig, en geen terminal om het aan te vragen. Geef --sign-password-file BESTAND, of --sign-password-env met de naam van een omgevingsvariabele waar het in staat.",
  "password-variable-missing": () =>
    "er is geen omgevingsvariabele met deze naam. Geef de naam van die waar het wachtwoord in staat, niet het wachtwoord zelf.",
  "password-with-line-breaks": () =>
    "er staat meer dan een regel in, dus niet alleen een wachtwoord. Zet alleen het wachtwoord in een bestand.",
  "development-certificate": () =>
    "dit is een ontwikkelcertificaat, en dat bewijst een ander niets. Onderteken met een eigen certificaat, of voeg --allow-development toe om het te proberen.",
  "signed-otherwise": ({ findings }) =>
    `wat de ondertekenopdracht teruggaf, is niet dit script met een goede handtekening van de juiste ondertekenaar (${allOf(findings.map(printable))}). Er is niets geschreven. Controleer de opties van de opdracht, en --sign-cert of --sign-subject.`,
} satisfies Partial<ErrorTexts>;
