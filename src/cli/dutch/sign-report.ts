import type { sign as english } from "../english/sign-report.ts";
import type { KeyWarningTexts } from "../sign/chain-checks.ts";
import { quoted } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import { chainFaults } from "./chain-faults.ts";
import { grouped } from "./words.ts";

const warnings: KeyWarningTexts = {
  "issuer-missing": ({ issuer }) =>
    `alleen het certificaat van de ondertekenaar zelf is er, en geen van ${quoted(issuer)}, die het heeft uitgegeven. Voeg de certificaten ertussen toe, tenzij dat een wortel is die Windows vertrouwt.`,
  "issuer-unfit": ({ subject, fault }) =>
    `het certificaat van ${quoted(subject)}, boven dat van de ondertekenaar, ${chainFaultText(fault, chainFaults)}.`,
  "sha1-certificate": ({ subject }) =>
    `het certificaat van ${quoted(subject)} is ondertekend met SHA-1, en dat heeft alleen Windows Server 2003 nodig.`,
};

/** What is said beside a signed script, in Dutch. */
export const sign: typeof english = {
  warning: "waarschuwing",
  signedBy: (subject: string, hash: string) => `Ondertekend door ${subject}, met ${hash}.`,
  weakHash:
    "SHA-1 bewijst niets meer. Alleen Windows Server 2003 heeft het nodig, en portkeep verify weigert het zonder --allow-sha1.",
  unreadableHash: (system: string) =>
    `voor zover bekend leest ${system} van een script alleen een handtekening met SHA-1, dus weigert het dit script onder het beleid AllSigned: onderteken het met --hash sha1, alleen voor zulke servers, want SHA-1 bewijst niets tegen vervalsers; of draai het waar het beleid niet om een handtekening vraagt.`,
  endsOn: (day: string) =>
    `Zonder tijdstempel eindigt de handtekening op ${day}, met haar certificaat. Onderteken voor die dag opnieuw, of voeg --timestamp URL toe.`,
  endsAnyway: (day: string) =>
    `De handtekening eindigt op ${day}, met haar certificaat. Geen tijdstempel verlengt dat, want het certificaat is voor Lifetime Signing (1.3.6.1.4.1.311.10.3.13). Onderteken voor die dag opnieuw, of met een certificaat zonder dat gebruik.`,
  stampedAt: (time: string) =>
    `Het tijdstempel van ${time} houdt de handtekening geldig nadat haar certificaat is verlopen, overal waar de autoriteit wordt vertrouwd.`,
  development:
    "Dit is een ontwikkelcertificaat: geen machine vertrouwt het, en portkeep verify aanvaardt het niet. Geef voor een script dat gebruikt wordt uw eigen, met --sign-pfx BESTAND, of met --sign-key BESTAND en --sign-cert BESTAND.",
  large: (bytes: number, limit: number) =>
    `het ondertekende script is ${grouped(bytes)} bytes groot. Sommige RMM-tools nemen niet meer dan ${grouped(limit)} aan.`,
  openFile: (file: string) =>
    `${file} bevat een geheim en kan worden gelezen door andere gebruikers van deze machine. Neem dat recht weg: chmod 600.`,
  passwordOf: (file: string) => `Wachtwoord van ${file}:`,
  warnings,
};
