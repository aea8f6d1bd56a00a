import { counted, grouped } from "./words.ts";

/** What --help says of many sites, in Dutch. */
export const buildHelp = {
  summary: "maak en onderteken de scripts van veel locaties",
  description:
    "Maakt een script voor elke verschillende keuze in een lijst van locaties, ondertekent het, en schrijft een manifest dat van elke locatie het script noemt. Wat er al is, wordt niet opnieuw gemaakt.",
  examples: `Voorbeelden:
  portkeep build locaties.csv --sign-pfx sleutel.pfx -o vloot
  portkeep build locaties.jsonl --sign-pfx sleutel.pfx --for raw,gpo -o vloot
  portkeep build locaties.yaml --strict --json
`,
  sites:
    "de lijst van locaties: CSV of JSON Lines van elke lengte, YAML of JSON tot 10.000; - voor de standaardinvoer",
  output: "de map voor scripts, pakketten en manifest (anders out/fleet)",
  format: "de vorm van de lijst als de naam die niet vertelt: csv, jsonl, yaml of json",
  for: "maak ook pakketten voor een programma, zoals portkeep package; herhaal de optie of scheid met komma's",
  strict: "maak niets meer bij de eerste foute locatie (anders wordt die gemeld en overgeslagen)",
  table: "uw eigen conflicttabel, YAML of JSON, boven op de ingebouwde",
  allowWide: "sta locaties meer dan 1.024 eigen poorten toe (hoogstens 1.999)",
};

/** What --help says of the ready-made set, in Dutch. */
export const catalogHelp = {
  summary: "maak en onderteken de kant-en-klare verzameling",
  description:
    "Bouwt de scripts die de meeste servers nodig hebben, in elke taal: elke combinatie van de producten in KB 956189 voor de systemen daaruit die ze kunnen hebben, en voor elke Windows; elk ander product apart; met catalog.json voor de downloadpagina.",
  examples: `Voorbeelden:
  portkeep catalog --sign-pfx sleutel.pfx -o catalogus
  portkeep catalog --sign-pfx sleutel.pfx --for raw,gpo,intune-win32 -o catalogus
  portkeep catalog --os windows-server-2003 --sign-pfx sleutel.pfx --hash sha1 -o catalogus-2003
`,
  output: "de map ervoor (anders out/catalog)",
  for: "de programma's om pakketten voor te maken (anders raw); herhaal de optie of scheid met komma's",
  os: "alleen de scripts voor dit systeem, any voor die geen systeem noemen; herhaal de optie of scheid met komma's",
};

/** What is said of many sites, in Dutch. */
export const buildReport = {
  progress: (sites: number, rate: number, left: number | null) => {
    const end = left === null ? "" : `, nog ${duration(left)}`;
    return `${counted(sites, "locatie", "locaties")}, ${grouped(rate)} per seconde${end}`;
  },
  made: (sites: number, { all, new: made, kept }: Record<"all" | "new" | "kept", number>) =>
    `${counted(sites, "locatie", "locaties")} met ${counted(all, "verschillend script", "verschillende scripts")}: ${grouped(made)} nu gemaakt, ${grouped(kept)} waren er al.`,
  failed: (count: number) =>
    `${counted(count, "locatie", "locaties")} overgeslagen: zie de fouten hierboven.`,
  untold: (count: number) => `Nog ${grouped(count)} van dezelfde soort, die niet worden getoond.`,
  manifest: (serial: number, isNew: boolean) =>
    isNew ? `Het manifest heeft volgnummer ${serial}.` : `Het manifest ${serial} is zoals het was.`,
  replaced: (scripts: number) =>
    `${counted(scripts, "script", "scripts")} vervangen: wat er stond, was gewijzigd, of niet ondertekend zoals nu gevraagd.`,
  replacedBundles: (bundles: number) =>
    `${counted(bundles, "pakket", "pakketten")} vervangen: wat er stond, was gewijzigd, of met een andere handtekening gemaakt.`,
  restored: (file: string, serial: number) =>
    `${file} ontbrak of was gewijzigd. Het manifest ${serial} is teruggezet zoals het verzegeld is.`,
  noManifest: "Geen locatie heeft een script, dus een manifest dat er was, blijft zoals het was.",
  unsigned:
    "de scripts en het manifest zijn niet ondertekend, dus niets vertelt of ze zijn gewijzigd. Voeg --sign-pfx BESTAND toe, of een andere sleutel.",
  unreadableHash: (scripts: number) =>
    `voor zover bekend lezen Windows Server 2003 en Small Business Server 2003 van een script alleen een handtekening met SHA-1, dus weigeren ze onder het beleid AllSigned ${counted(scripts, "script", "scripts")} hiervan: maak die in een eigen map met --hash sha1, alleen voor zulke servers, want SHA-1 bewijst niets tegen vervalsers; of draai ze waar het beleid niet om een handtekening vraagt.`,
  open: (page: string) => `Open daarna ${page} in een browser.`,
  next: "Controleer daarna het manifest, waar de map ook wordt gebruikt:",
};

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
