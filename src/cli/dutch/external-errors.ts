import type { CommandEnd } from "../../signing/external/errors.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { didYouMean } from "./did-you-mean.ts";
import { grouped, oneOf } from "./words.ts";

/** What can go wrong with a signing command, in Dutch. */
export const externalErrors = {
  "sign-command-empty": () => "de ondertekenopdracht is leeg. Geef een programma en zijn argumenten.",
  "sign-command-unclosed-quote": ({ quote }) =>
    `in de ondertekenopdracht staat een ${quote} die niet wordt gesloten. Sluit hem; een tekst met het ene soort aanhalingsteken hoort tussen twee van het andere soort.`,
  "sign-command-placeholder": ({ name, known }) =>
    `{${printable(name)}} is geen plaatshouder. ${didYouMean(
      `{${name}}`,
      known.map((entry) => `{${entry}}`),
    )}Kies uit ${braced(known)}.`,
  "sign-command-two-kinds": ({ file, hash }) =>
    `{${file}} is voor een opdracht die het hele script ondertekent, en {${hash}} voor een die de hash ervan ondertekent. Laat er een staan.`,
  "sign-command-no-input": ({ placeholder, inputs }) =>
    `met {${placeholder}} krijgt de opdracht niets om te ondertekenen. Voeg ${braced(inputs)} toe, of laat alle plaatshouders weg voor een programma dat JSON-regels leest.`,
  "sign-command-not-found": ({ program }) =>
    `het ondertekenprogramma ${quoted(program)} is niet gevonden, of de interpreter die zijn script noemt niet. Controleer de naam, zet de map in PATH, of geef het volledige pad.`,
  "sign-command-not-started": ({ program, cause }) =>
    `het ondertekenprogramma ${quoted(program)} kon niet worden gestart (${cause}). Controleer of het een programma is en of u het mag uitvoeren.`,
  "sign-command-failed": ({ command, ...end }) =>
    `de ondertekenopdracht ${ending(end)}.${shown(command, end.output)}\nProbeer de opdracht met de hand, en verhelp wat hij meldt.`,
  "sign-command-timeout": ({ command, seconds, output }) =>
    `de ondertekenopdracht gaf ${grouped(seconds)} seconden lang geen antwoord en is gestopt.${shown(command, output)}\nControleer of hij op een token, een netwerk of een wachtwoord wacht; aan de terminal kan hij niets vragen.`,
  "sign-command-too-much": ({ command, limit }) =>
    `de ondertekenopdracht gaf meer dan ${grouped(limit)} bytes, en dat is geen handtekening.${shown(command)}\nControleer of het de goede opdracht is.`,
  "sign-command-no-result": ({ command, from, output }) =>
    `de ondertekenopdracht eindigde goed, maar ${noResult[from]}.${shown(command, output)}\nControleer de opties.`,
  "sign-command-ended": ({ command, ...end }) =>
    `het ondertekenprogramma, dat JSON-regels hoort te beantwoorden tot zijn invoer eindigt, ${ending(end)}.${shown(command, end.output)}\nVerhelp wat het meldt. Een opdracht die eenmaal ondertekent, heeft een plaatshouder nodig, zoals {file} of {hash}.`,
  "sign-command-line": ({ command, problem, line }) =>
    `het ondertekenprogramma ${lineProblems[problem]}.${shown(command, line)}\nDe standaarduitvoer is alleen voor antwoorden, een JSON-object per regel; wat een mens moet lezen, hoort op de standaardfoutuitvoer.`,
  "sign-command-refused": ({ command, reason }) =>
    `het ondertekenprogramma weigerde te ondertekenen.${shown(command, reason)}\nVerhelp wat het meldt.`,
  "sign-certificate-missing": () =>
    "de ondertekenopdracht ondertekent een hash en geeft er geen certificaat bij. Geef het certificaat van de ondertekenaar met --sign-cert BESTAND, of laat de opdracht antwoorden met JSON waarin certificates staat.",
  "sign-certificate-unreadable": ({ place }) =>
    `certificaat ${place} in het antwoord van de ondertekenopdracht is niet te lezen. Elk moet de DER van een certificaat in base64 zijn, dat van de ondertekenaar eerst.`,
  "sign-certificate-other": ({ wanted, found }) =>
    `de ondertekenopdracht ondertekende met het certificaat van ${printable(found.subject)} (${found.sha256}), en dat van ${printable(wanted.subject)} (${wanted.sha256}) was gevraagd. Geef het andere met --sign-cert, of laat de opdracht dit gebruiken.`,
  "sign-subject-other": ({ wanted, found }) =>
    `de ondertekenopdracht ondertekende met een certificaat van ${printable(found)}, en een van ${printable(wanted)} was gevraagd. Controleer welke sleutel de opdracht gebruikt.`,
  "sign-key-unusable": ({ key }) =>
    `het certificaat heeft een sleutel van soort ${printable(key)}, en scripts worden ondertekend met RSA, P-256 of P-384. Gebruik een ander certificaat.`,
  "sign-answer-wrong": ({ misfit, key, bytes }) => misfits[misfit](key, bytes),
} satisfies Partial<ErrorTexts>;

const noResult = {
  output: "schreef geen handtekening naar de standaarduitvoer",
  out: "schreef het bestand {out} niet",
  file: "liet het script zonder handtekening",
};

const lineProblems = {
  "not-json": "schreef een regel die geen JSON-object is",
  "too-long": "schreef een regel van meer dan een mebibyte",
  "unknown-id": "antwoordde met een id dat bij geen open verzoek hoort",
  "no-signature": "antwoordde met geen handtekening en geen fout",
};

const misfits = {
  form: (key: string, bytes: number) =>
    `wat de ondertekenopdracht gaf (${grouped(bytes)} bytes), is geen handtekening door een sleutel van soort ${key}, die het certificaat heeft. Controleer of de opdracht de sleutel van dit certificaat gebruikt, en de handtekening geeft als bytes, hex of base64.`,
  "hashed-twice": () =>
    "de ondertekenopdracht nam van de hash nog eens de hash. Zeg de opdracht dat de invoer al een hash is, of geef {message}.",
  "bare-hash": () =>
    "de ondertekenopdracht ondertekende de hash zonder DigestInfo, zodat de handtekening niet zegt welke hash het is. Geef {digest-info} in plaats van {hash}.",
  "other-hash": () =>
    "de ondertekenopdracht gebruikte een andere hash. Laat de opdracht die gebruiken die --hash noemt; {hash-name} staat daarvoor.",
  pss: () =>
    "de ondertekenopdracht vulde aan volgens RSA-PSS. Laat de opdracht aanvullen volgens PKCS#1 v1.5, dat Authenticode nodig heeft.",
  "other-text": () =>
    "de ondertekenopdracht heeft de sleutel van het certificaat, maar ondertekende iets anders dan gegeven was. Controleer de opties.",
  "other-key": () =>
    "de sleutel van de ondertekenopdracht past niet bij het certificaat. Geef het certificaat van die sleutel, of kies de andere sleutel.",
  "other-key-or-text": () =>
    "de handtekening klopt niet volgens het certificaat: de sleutel van de ondertekenopdracht is een andere, of er is iets anders ondertekend dan gegeven was. Controleer of de sleutel bij het certificaat past, dan de opties.",
};

function braced(names: readonly string[]): string {
  return oneOf(names.map((name) => `{${name}}`));
}

function ending({ exitCode, signal }: CommandEnd): string {
  return signal ? `werd gestopt door ${signal}` : `eindigde met code ${exitCode}`;
}

function shown(command: string, output = ""): string {
  const lines = output.split(/\r?\n/).map(printable).join("\n  ");
  return `\nOpdracht: ${printable(command)}${lines ? `\nDie meldt: ${lines}` : ""}`;
}
