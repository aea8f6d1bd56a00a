import type { ErrorTexts } from "../text/error-text.ts";
import { quoted } from "../text/words.ts";
import { deliveryErrors } from "./delivery-errors.ts";
import { didYouMean } from "./did-you-mean.ts";
import { fileErrors } from "./file-errors.ts";
import { fleetErrors } from "./fleet-errors.ts";
import { signingErrors } from "./signing-errors.ts";
import { tableErrors } from "./table-errors.ts";
import { allOf, counted, grouped, oneOf } from "./words.ts";

/** The cause and the way out of each error, in Dutch. */
export const errors: ErrorTexts = {
  ...deliveryErrors,
  ...fileErrors,
  ...fleetErrors,
  ...signingErrors,
  ...tableErrors,
  "port-not-a-range": ({ text }) =>
    `${quoted(text)} is geen poortbereik. Schrijf een poort als 4000 en meerdere als 4000-4010, alleen in cijfers.`,
  "port-too-high": ({ text }) =>
    `${quoted(text)} gaat voorbij 65535, de hoogste poort. Geef poorten van 1025 tot en met 65535.`,
  "port-zero": ({ text }) =>
    `${quoted(text)} begint met 0, en dat is geen poort. Geef poorten van 1025 tot en met 65535.`,
  "port-reversed": ({ text, low, high }) =>
    `${quoted(text)} begint met een hogere poort dan waarmee het eindigt. Schrijf ${high}-${low}.`,
  "port-below-pool": ({ text, lowest }) =>
    `${quoted(text)} begint onder ${lowest}, en geen dynamisch poortbereik komt onder ${lowest}: die poorten worden nooit bij toeval bezet. Laat ze weg.`,
  "label-too-long": ({ label, longest }) =>
    `het label ${quoted(label)} heeft ${label.length} tekens, en ${longest} is het maximum. Maak het korter.`,
  "label-characters": ({ label }) =>
    `het label ${quoted(label)} bevat een teken dat niet in een label mag. Gebruik alleen letters van A tot Z, cijfers, spaties en . _ , ( ) / : + -.`,
  "too-many-ports": ({ count, limit, limitWide }) =>
    `${grouped(count)} eigen poorten laten te weinig over voor andere programma's. ${
      count > limitWide
        ? `Geef er hooguit ${grouped(limit)}, of ${grouped(limitWide)} met --allow-wide.`
        : `Geef er hooguit ${grouped(limit)}, of voeg --allow-wide toe als de server ze kan missen.`
    }`,
  "nothing-chosen": () =>
    "er is geen product en geen poort gekozen, dus er valt niets te reserveren. Voeg --product ID toe (portkeep products toont ze) of --port RANGE.",
  "unknown-product": ({ id, known }) =>
    `${quoted(id)} is geen product en geen bundel. ${didYouMean(id, known)}Kies uit ${oneOf(known)}.`,
  "unknown-system": ({ id, known }) =>
    `${quoted(id)} is geen systeem. ${didYouMean(id, known)}Kies uit ${oneOf(known)}.`,
  "system-conflict": ({ claims }, inList) =>
    `een script geldt voor een enkel systeem, maar ${allOf(
      claims.map(
        ({ by, system }) =>
          `${by === "os" ? (inList ? "de sleutel os" : "--os") : `de bundel ${by}`} betekent ${system}`,
      ),
    )}. Laat er een staan, en noem verdere producten afzonderlijk.`,
  "product-not-on-system": ({ product, name, system, allowed }, inList) => {
    // A list is of PowerShell scripts alone.
    const ids = allowed.filter(({ powershell }) => powershell || !inList).map(({ id }) => id);
    const os = inList ? `de sleutel os de waarde ${oneOf(ids)}` : oneOf(ids.map((id) => `--os ${id}`));
    return `${name} kan alleen op ${oneOf(allowed.map((entry) => entry.name))} staan, en ${
      system ? `het gekozen systeem is ${system}` : "er is geen systeem gekozen"
    }. ${ids.length > 0 ? `Geef ${os} als dat klopt; laat anders` : "Laat"} ${product} weg.`;
  },
  "no-powershell": ({ name }) =>
    `${name} heeft geen PowerShell, dus een .ps1 kan daar niet draaien. Geef --format vbs voor een VBScript.`,
  "vbs-not-needed": ({ name }) =>
    `een VBScript is voor Windows 2000, dat geen PowerShell heeft, en ${
      name === null ? "er is geen systeem gekozen" : `${name} kan het hebben`
    }. Laat --format vbs weg, of geef --os windows-2000-server of --os sbs-2000 als dat klopt.`,
  "not-in-vbs": ({ option }) =>
    `het VBScript kan alleen toepassen, controleren en terugzetten, en start niets opnieuw op. Laat ${option} weg.`,
  "vbs-not-signed": () =>
    "een VBScript wordt niet ondertekend, want Windows 2000 vraagt niet naar de handtekening. Laat de opties voor ondertekenen weg.",
  "no-backend": ({ name, wanted, backends }) =>
    backends.length > 0
      ? `${name} kent geen ${wanted}. Kies uit ${oneOf(backends)}, of laat het aan het systeem over.`
      : `${name} leest ReservedPorts niet meer, en zijn DNS-server heeft nog geen eigen lijst: er is geen manier bekend om hem daar van een poort af te houden. Server 2008 R2 heeft die.`,
  "script-too-large": ({ bytes, limit }) =>
    `het script zou ${grouped(bytes)} bytes groot zijn, en ${grouped(limit)} is het maximum. Geef minder eigen poorten, of minder en kortere labels.`,
  "output-ending": ({ file, ending }) =>
    `${quoted(file)} eindigt niet op ${ending}, dus onder die naam zou Windows dit script niet uitvoeren. Geef een naam die eindigt op ${ending}, of - voor de standaarduitvoer.`,
  "stdout-taken": () =>
    "de standaarduitvoer kan niet het script en ook de JSON bevatten. Laat --json weg, of geef een bestand met -o.",
  "stdout-failed": ({ cause }) =>
    `de standaarduitvoer kon niet worden geschreven (${cause}). Kijk na waar die heen gaat, of stuur die ergens anders heen; bestanden die geschreven zijn, zijn heel.`,
  "value-not-allowed": ({ value, allowed }) =>
    `${quoted(value)} kan hier niet. ${didYouMean(value, allowed)}Kies uit ${oneOf(allowed)}.`,
  "not-a-number": ({ text, low, high }) =>
    `${quoted(text)} is geen geheel getal van ${low} tot en met ${high}.`,
  "unknown-command": ({ command, known }) =>
    `${quoted(command)} is geen opdracht. ${didYouMean(command, known)}Kies uit ${oneOf(known)}; --help vertelt wat elke doet.`,
  "unknown-option": ({ option, similar }) =>
    `${quoted(option)} is hier geen optie. ${similar.length > 0 ? `Bedoelde u ${oneOf(similar)}? ` : ""}Voeg --help toe om ze allemaal te zien.`,
  "option-without-value": ({ option }) => `na ${option} hoort een waarde. Geef er een, of laat de optie weg.`,
  "option-missing": ({ option }) => `${option} ontbreekt. Voeg --help toe om te zien wat daar hoort.`,
  "argument-missing": ({ argument }) =>
    `${argument.toUpperCase()} ontbreekt. Voeg --help toe om te zien wat hier hoort.`,
  "option-repeated": () =>
    "hierbij hoort een waarde, en de optie staat er vaker dan eens. Laat alle op een na weg.",
  "too-many-arguments": ({ command, expected, given }) =>
    `bij ${command} hoort ${expected === 0 ? "geen argument" : counted(expected, "argument", "argumenten")}; gegeven: ${given}. Zet wat een spatie bevat tussen aanhalingstekens, en scheid meerdere waarden van een optie met komma's, zoals in --product ias,ipsec.`,
  usage: ({ message }) => `${message}.`,
};
