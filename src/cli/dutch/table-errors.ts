import type { Form, Kind } from "../../errors.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { quoted } from "../text/words.ts";
import { didYouMean } from "./did-you-mean.ts";
import { grouped, oneOf } from "./words.ts";

/** What can be wrong with the values in a file, in Dutch. */
export const tableErrors = {
  "unknown-key": ({ key, known }) =>
    `${quoted(key)} is hier geen sleutel. ${didYouMean(key, known)}Kies uit ${oneOf(known)}.`,
  "missing-key": ({ key }) => `de sleutel ${key} ontbreekt hier. Voeg hem toe.`,
  "wrong-type": ({ wanted, found }) =>
    `dit is ${kinds[found]}, maar moet ${kinds[wanted]} zijn.${
      wanted === "text" && (found === "number" || found === "yes-no")
        ? " Zet het tussen aanhalingstekens."
        : ""
    }`,
  "wrong-form": ({ text, form }) => `${quoted(text)} ${forms[form]}`,
  "text-too-long": ({ text, longest }) =>
    `${quoted(text)} heeft ${grouped(text.length)} tekens, en ${longest} is hier het maximum. Maak het korter.`,
  "list-empty": () => "deze lijst is leeg. Noem er minstens een, of laat de sleutel weg.",
  "id-taken": ({ id, builtIn }) =>
    `de id ${quoted(id)} is al in gebruik, ${builtIn ? "in de ingebouwde tabel" : "eerder in deze tabel"}. Kies een andere.`,
  "unknown-reference": ({ list, id, known }) =>
    `${quoted(id)} staat niet bij ${list}, hier noch in de ingebouwde tabel. ${didYouMean(id, known)}Kies uit ${oneOf(known)}, of voeg het toe bij ${list}.`,
  "product-without-rows": ({ product }) =>
    `geen enkele rij is voor het product ${product}, dus die keuze zou niets reserveren. Voeg een rij toe, of laat het weg.`,
  "product-not-in-bundle": ({ bundle, product, system, systems }) =>
    `${bundle} is voor ${system}, maar ${product} kan alleen op ${oneOf(systems)} staan. Laat het weg uit de bundel.`,
  "system-too-new": ({ version }) =>
    `Windows ${version} leest ReservedPorts niet; geen enkele vanaf 6.0 doet dat. Geef een andere backend, of geen.`,
} satisfies Partial<ErrorTexts>;

const kinds: Record<Kind, string> = {
  text: "een tekst",
  number: "een getal",
  "yes-no": "true of false",
  list: "een lijst",
  map: "een reeks sleutels met waarden",
  nothing: "niets",
};

const forms: Record<Form, string> = {
  id: "is geen id. Gebruik kleine letters, cijfers en enkele koppeltekens ertussen, zoals backup-agent.",
  label:
    "bevat een teken dat niet in een script kan, of een spatie aan een uiteinde. Gebruik alleen letters van A tot Z, cijfers, spaties en . _ , ( ) / : + -.",
  text: "is leeg, of bevat iets anders dan afdrukbare ASCII, of twee openende accolades. Laat dat weg.",
  ports:
    "is geen bereik. Schrijf het tussen aanhalingstekens als 5000-5010, en een enkele poort als 5000-5000.",
  version: "is geen versie. Schrijf die tussen aanhalingstekens zoals Windows zelf telt, bijvoorbeeld 5.2.",
  date: "is geen datum. Schrijf die als 2008-07-31.",
  url: "is geen webadres. Schrijf het met https:// ervoor.",
};
