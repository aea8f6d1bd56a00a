import { shown } from "../shown.ts";
import { numbersOf } from "./numbers.ts";
import type { ProblemTexts } from "./problem.ts";

const { grouped, anyOf } = numbersOf("nl");

/** Why a choice cannot be served, in Dutch. */
export const problems: ProblemTexts = {
  "port-not-a-range": ({ text }) =>
    `"${shown(text)}" is geen poortbereik. Schrijf 4000 of 4000-4010, alleen in cijfers.`,
  "port-too-high": ({ text }) => `"${shown(text)}" gaat voorbij 65535, de hoogste poort.`,
  "port-zero": ({ text }) => `"${shown(text)}" begint met 0, en dat is geen poort.`,
  "port-reversed": ({ text, low, high }) =>
    `"${shown(text)}" begint met een hogere poort dan waarmee het eindigt. Schrijf ${high}-${low}.`,
  "port-below-pool": ({ text, lowest }) =>
    `"${shown(text)}" begint onder ${lowest}, en poorten onder ${lowest} worden nooit bij toeval bezet. Laat ze weg.`,
  "label-too-long": ({ label, longest }) => `Het label "${shown(label)}" is langer dan ${longest} tekens.`,
  "label-characters": ({ label }) =>
    `Het label "${shown(label)}" bevat een teken dat niet in een label mag. Gebruik letters van A tot Z, cijfers, spaties en . _ , ( ) / : + -`,
  "too-many-ports": ({ count, limit }) =>
    `${grouped(count)} eigen poorten laten te weinig over voor andere programma's. Geef er hooguit ${grouped(limit)}; op de opdrachtregel mogen het er meer zijn met --allow-wide.`,
  "script-too-large": ({ bytes, limit }) =>
    `Het script zou ${grouped(bytes)} bytes groot zijn, en ${grouped(limit)} is het maximum. Geef minder eigen poorten, of minder en kortere labels.`,
  "product-not-on-system": ({ name, system, allowed }) =>
    `${name} kan alleen staan op ${anyOf(allowed.map((entry) => entry.name))}, en ${
      system ? `u koos ${system}` : "u koos geen Windows-versie"
    }. Kies die versie, of laat ${name} weg.`,
  "not-in-vbs": () =>
    "Het VBScript voor een Windows zonder PowerShell start geen herstart. Kies dat het de server nooit herstart.",
  "no-backend": ({ name, wanted, backends }) =>
    backends.length > 0
      ? `${name} kent geen ${wanted}. Kies ${anyOf(backends)}, of laat het aan de Windows-versie over.`
      : `${name} leest ReservedPorts niet meer, en zijn DNS-server heeft nog geen eigen lijst: er is geen manier bekend om hem daar van een poort af te houden. Server 2008 R2 heeft die.`,
};
