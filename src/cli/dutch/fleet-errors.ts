import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { allOf, grouped, oneOf } from "./words.ts";

/** What can be wrong with a list of sites, in Dutch. */
export const fleetErrors = {
  "site-id-form": ({ id }) =>
    `${quoted(id)} kan niet het id van een locatie zijn, omdat het een deel van bestandsnamen wordt. Begin met een letter of cijfer, ga verder met alleen letters van A tot Z, cijfers en . _ -, eindig niet met een punt, en blijf binnen 64 tekens.`,
  "site-id-device": ({ id }) =>
    `${quoted(id)} is voor Windows de naam van een apparaat, dus geen bestand kan zo heten. Geef de locatie een ander id, zoals ${quoted(`site-${id}`)}.`,
  "site-id-taken": ({ id, line }) =>
    `${line === null ? "de lijst" : `regel ${grouped(line)}`} heeft al een locatie ${quoted(id)}, en hoofdletters maken geen verschil. Houd er een, of geef deze een ander id.`,
  "site-without-choice": () =>
    "deze locatie heeft geen product en geen poort, dus er valt niets te reserveren. Geef producten (portkeep products toont ze) of poorten op.",
  "site-without-powershell": ({ name }) =>
    `${name} heeft geen PowerShell, en hier komen alleen PowerShell-scripts. Laat deze locatie weg, en maak er een VBScript voor met portkeep render --format vbs.`,
  "cell-without-column": ({ text }) =>
    `${quoted(text)} staat waar de eerste rij geen kolom noemt. Geef die daar een naam, haal dit weg, of zet een cel waarin het scheidingsteken staat tussen aanhalingstekens.`,
  "line-too-long": ({ limit }) =>
    `deze regel heeft meer dan ${grouped(limit)} tekens, wat geen locatie nodig heeft. Kijk of er regeleinden ontbreken.`,
  "csv-quote-open": () =>
    'hier opent een aanhalingsteken dat nergens sluit. Sluit het met ", of haal het weg; binnen een cel tussen aanhalingstekens staat een aanhalingsteken dubbel.',
  "csv-quote-inside": () =>
    "een cel tussen aanhalingstekens gaat door nadat ze gesloten zijn. Binnen zo'n cel staat een aanhalingsteken dubbel.",
  "json-line": () =>
    "deze regel is geen JSON. Elke regel van JSON Lines is een heel JSON-object, met sleutels en teksten tussen dubbele aanhalingstekens.",
  "sites-too-many": ({ limit, limitBytes }) =>
    `YAML en JSON worden in hun geheel gelezen, en kunnen daarom hoogstens ${grouped(limit)} locaties en ${grouped(limitBytes)} bytes hebben. Schrijf de locaties als JSON Lines, een bestand .jsonl met een JSON-object per regel, of als CSV: daarin kunnen er zoveel zijn als u wilt.`,
  "sites-form": ({ forms }) =>
    `de naam vertelt niet welke vorm het heeft. Exporteer een rekenblad als CSV UTF-8. Noem een lijst .csv, .jsonl, .yaml of .json, of geef de vorm met --sites-format: ${oneOf(forms)}.`,
  "sites-none": () =>
    "er staat geen locatie in. Geef elke locatie een eigen rij of regel, met haar id en haar producten of poorten.",
  "sites-form-unwritten": ({ forms }) =>
    `de naam vertelt geen vorm waarin locaties geschreven kunnen worden. Geef een bestand waarvan de naam eindigt op ${oneOf(forms.map((form) => `.${form}`))}.`,
  "sites-column-missing": ({ keys }) =>
    `de eerste rij heeft geen kolom ${allOf(keys)}, die de nieuwe locatie nodig heeft. Voeg die daar toe, of geef een ander bestand.`,
  "sites-not-extended": () =>
    "nieuwe locaties aan het eind zouden niet als deel van deze lijst worden gelezen. In YAML moeten de streepjes aan het begin van hun regel staan, zonder haken om de lijst of ... erna, en moet er plaats zijn voor meer locaties. Verander dat, geef een ander bestand, of voeg ze met de hand toe.",
  "not-a-seal": () =>
    "dit is niet, of niet meer, wat build schreef om voor het manifest in te staan, dus niets vertelt het laatste volgnummer, en een lager geldt als een oude map. Zet het bestand terug uit een kopie van de map, of verwijder het om weer met volgnummer 1 te beginnen.",
  "sites-locked": ({ lock }) =>
    `portkeep voegt al locaties toe aan deze lijst. Probeer het opnieuw als dat klaar is; als het halverwege is afgebroken, liet het het bestand ${printable(lock)} achter, verwijder dat dan eerst.`,
  "fleet-locked": ({ lock }) =>
    `een andere build is bezig in deze map. Probeer het opnieuw als die klaar is; als er geen meer is, zoals nadat een andere machine is uitgezet, verwijder dan eerst het bestand ${printable(lock)}.`,
  "answers-ended": () =>
    "de antwoorden hielden op voor de laatste vraag, dus er is niets geschreven. Begin opnieuw, of zeg alles met opties: --help toont ze.",
  "answers-needed": () =>
    "er is geen terminal om op te vragen, dus opties moeten zeggen wat een locatie is. Geef --site ID met --product ID of --port BEREIK, of schrijf de lijst met de hand, zoals docs/fleets.md toont.",
} satisfies Partial<ErrorTexts>;
