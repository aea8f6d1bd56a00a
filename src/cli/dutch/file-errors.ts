import type { Obstacle } from "../../files/cannot-write.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { grouped } from "./words.ts";

/** What can be wrong with a file, whatever it is for, in Dutch. */
export const fileErrors = {
  "file-missing": () => "dat bestand is er niet. Controleer de naam en de map.",
  "file-unreadable": ({ cause }) => `het kan niet worden gelezen (${cause}). Controleer wie het mag lezen.`,
  "file-too-large": ({ limit }) =>
    `het is te groot voor wat hier hoort: meer dan ${grouped(limit)} bytes. Controleer of dit het goede bestand is.`,
  "file-empty": () => "het is leeg. Controleer of dit het goede bestand is.",
  "not-a-file": ({ kind }) =>
    `het is ${{ folder: "een map", pipe: "een pipe", device: "een apparaat" }[kind]}, geen bestand. Geef een bestand, of - voor de standaardinvoer.`,
  "not-a-script": () =>
    "het is geen script van portkeep: er staat geen blok met instellingen in. Geef een script dat portkeep render heeft gemaakt.",
  "script-cut-off": () =>
    "het begint als een script van portkeep, maar houdt op voordat de instellingen compleet zijn. Zorg voor een volledig exemplaar.",
  "cannot-write": ({ file, cause, obstacle }) =>
    `${printable(file)} kon niet worden geschreven (${cause}); wat er stond, is ongewijzigd. ${obstacles[obstacle]}`,
  "wide-text": () => "het is opgeslagen als UTF-16. Sla het op als UTF-8.",
  "not-utf8": () =>
    "het is niet opgeslagen als UTF-8. Sla het op als UTF-8, in Excel als CSV UTF-8; anders kunnen letters met accenten veranderen.",
  "control-character": ({ code }) =>
    `er staat een besturingsteken in (${code}), dus misschien is het geen tekst, of niet opgeslagen als UTF-8. Haal het weg, of sla de tekst opnieuw op; exporteer een rekenblad als CSV UTF-8.`,
  "yaml-syntax": ({ problem }) => yamlProblems[problem] ?? `dit is geen YAML en geen JSON (${problem}).`,
  "yaml-feature": ({ feature }) =>
    `${yamlFeatures[feature]} kan hier niet, want een bestand moet zeggen wat het laat zien. Schrijf de waarden uit.`,
  "too-deep": ({ limit }) =>
    `dit is meer dan ${limit} niveaus diep genest. Controleer de haken en het inspringen.`,
  "duplicate-key": ({ key }) => `de sleutel ${quoted(key)} staat er twee keer. Laat er een staan.`,
  "key-not-text": () =>
    "deze sleutel is geen tekst. Zet hem tussen aanhalingstekens, of controleer het inspringen.",
} satisfies Partial<ErrorTexts>;

const obstacles: Record<Obstacle, string> = {
  "no-room": "Maak er plaats, of geef een andere plek met -o.",
  "no-right":
    "Kijk na wie er mag schrijven, en of een ander programma het open heeft; of geef een andere plek met -o.",
  "folder-there": "Een map heeft deze naam: geef een andere naam met -o, of een bestand in de map.",
  "file-there": "Er staat een bestand waar een map moet komen: geef een andere plek met -o.",
  other: "Geef een andere plek met -o.",
};

const yamlFeatures = {
  alias: "een alias (*)",
  anchor: "een anker (&)",
  tag: "een tag (!)",
  directive: "een directive (%)",
  document: "een tweede document (---)",
  merge: "een samenvoegsleutel (<<)",
};

const betweenQuotes =
  "er staat een sleutel waar een waarde doorgaat. Controleer het inspringen, en zet een tekst met een dubbele punt tussen aanhalingstekens.";
const yamlProblems: Record<string, string> = {
  TAB_AS_INDENT: "inspringen met tabs kan niet in YAML. Gebruik spaties.",
  BAD_INDENT: "het inspringen past niet bij de regels erboven, of er staat eerder een haak nog open.",
  MISSING_CHAR:
    "hier ontbreekt iets: een aanhalingsteken of haak aan het eind, een komma, of de dubbele punt na een sleutel.",
  BLOCK_AS_IMPLICIT_KEY: betweenQuotes,
  MULTILINE_IMPLICIT_KEY: betweenQuotes,
  BAD_SCALAR_START: "een tekst kan niet met dit teken beginnen. Zet hem tussen aanhalingstekens.",
  BAD_DQ_ESCAPE:
    "deze backslash begint geen bekend teken. Verdubbel hem, of gebruik enkele aanhalingstekens.",
};
