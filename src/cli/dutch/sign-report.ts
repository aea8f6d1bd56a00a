import type { sign as english } from "../english/sign-report.ts";

/** What is said beside a signed script, in Dutch. */
export const sign: typeof english = {
  warning: "waarschuwing",
  signedBy: (subject: string, hash: string) => `Ondertekend door ${subject}, met ${hash.toUpperCase()}.`,
  endsOn: (day: string) =>
    `Zonder tijdstempel eindigt de handtekening op ${day}, met haar certificaat. Onderteken voor die dag opnieuw, of voeg --timestamp URL toe.`,
  stampedAt: (time: string) =>
    `Het tijdstempel van ${time} houdt de handtekening geldig nadat haar certificaat is verlopen, overal waar de autoriteit wordt vertrouwd.`,
  development:
    "Dit is een ontwikkelcertificaat: geen machine vertrouwt het, en portkeep verify aanvaardt het niet. Geef voor een script dat gebruikt wordt uw eigen, met --sign-pfx BESTAND, of met --sign-key BESTAND en --sign-cert BESTAND.",
  large: (bytes: string, limit: string) =>
    `het ondertekende script is ${bytes} bytes groot. Sommige RMM-tools nemen niet meer dan ${limit} aan.`,
  openFile: (file: string) =>
    `${file} bevat een geheim en kan worden gelezen door andere gebruikers van deze machine. Neem dat recht weg: chmod 600.`,
};
