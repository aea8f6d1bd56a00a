import type { TimestampFault } from "../../signing/timestamp/faults.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { failureText, type TimestampFailureTexts } from "../verify/timestamp-failure-texts.ts";
import { timestampFaults } from "./signature-faults.ts";
import { counted, grouped } from "./words.ts";

/** What can go wrong with a timestamp, in Dutch. */
export const timestampErrors = {
  "timestamp-address": ({ address, problem }) => `${quoted(address)} ${addressProblems[problem]}`,
  "timestamp-failed": ({ attempts }) =>
    `geen autoriteit gaf een tijdstempel, dus het script is niet ondertekend.${attempts
      .map(({ address, failure }) => `\n  ${printable(address)}: ${failureText(failure, failures)}`)
      .join(
        "",
      )}\nProbeer het later opnieuw, geef er met --timestamp een adres bij, of onderteken zonder: de handtekening eindigt dan met het certificaat.`,
} satisfies Partial<ErrorTexts>;

const addressProblems = {
  form: "is geen adres. Geef het volledig, zoals http://timestamp.example.com.",
  scheme: "is geen http- of https-adres, en een ander dient niet voor tijdstempels. Controleer het.",
  credentials:
    "is gegeven met een gebruikersnaam of een wachtwoord, en die kunnen anderen in de opdrachtregel zien. Laat ze weg: een autoriteit die erom vraagt, is niet te gebruiken.",
};

const failures: TimestampFailureTexts = {
  timeout: ({ seconds }) =>
    `Er kwam binnen ${counted(seconds, "seconde", "seconden")} geen volledig antwoord.`,
  connection: ({ cause }) =>
    `De autoriteit was niet te bereiken (${printable(cause)}). Controleer de naam, het netwerk en de proxy.`,
  "http-status": ({ status, retryAfterSeconds }) =>
    `Het antwoord was HTTP-status ${status}${
      retryAfterSeconds === null
        ? ""
        : `, met het verzoek ${counted(retryAfterSeconds, "seconde", "seconden")} te wachten`
    }.`,
  "redirect-limit": ({ limit }) => `Er wordt meer dan ${grouped(limit)} keer naar een ander adres verwezen.`,
  "redirect-target": ({ address }) =>
    `Er wordt verwezen naar ${address ? printable(address) : "iets"}, en dat is geen http-adres of bevat een wachtwoord.`,
  "not-a-reply": ({ type }) =>
    type.toLowerCase() === "text/html"
      ? "Het antwoord was een webpagina. Misschien is het adres fout, of vraagt het netwerk om aan te melden."
      : `Het antwoord was ${type ? quoted(type) : "iets zonder soort"}, en dat is geen tijdstempel. Controleer het adres.`,
  "reply-too-large": ({ limit }) =>
    `Het antwoord had meer dan ${grouped(limit)} bytes, en dat is geen tijdstempel.`,
  "reply-unreadable": () => "Het antwoord is niet als tijdstempel te lezen.",
  refused: ({ status, text, reasons }) =>
    `De autoriteit weigerde (status ${status}${reasons.length > 0 ? `, ${reasons.join(", ")}` : ""})${text ? ` en zegt ${quoted(text)}` : ""}.`,
  "nonce-differs": () => "Het antwoord hoort niet bij deze vraag, maar bij een oude of die van een ander.",
  "clocks-differ": ({ authority, here }) =>
    `De klok daar zegt ${authority} en die hier ${here}, en dat scheelt meer dan een dag. Zet de verkeerde goed.`,
  "token-faulty": ({ fault }) => faultText(fault),
};

function faultText({ code, facts }: TimestampFault): string {
  return (timestampFaults[code] as (facts: unknown) => string)(facts);
}
