import type { NoVbs } from "../../delivery/package.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { allOf, grouped } from "./words.ts";

/** The bundles whose name is no tool's own. */
const inDutch: Readonly<Record<string, string>> = {
  "a startup script by Group Policy": "een opstartscript door Groepsbeleid",
  "a policy to trust its publisher": "een beleid om de uitgever te vertrouwen",
  "an Intune app": "een app in Intune",
  "the detection rule of an Intune app": "de detectieregel van een app in Intune",
  "an Intune remediation": "een herstelscript in Intune",
};
const named = (tool: string) => inDutch[tool] ?? tool;

const noVbs = {
  powershell: "dit programma voert scripts uit met PowerShell, dat Windows 2000 niet heeft",
  signature:
    "dit pakket laat computers vertrouwen wie een script heeft ondertekend, en dat heeft niemand gedaan",
} satisfies Record<NoVbs, string>;

/** What can go wrong with bundles, in Dutch. */
export const deliveryErrors = {
  "package-name": ({ name }) =>
    `de bestanden van een pakket heten naar het script, en niet elk programma kan met de naam ${quoted(name)} overweg. Geef het script een andere naam: alleen letters van A tot Z, cijfers en . _ -, hoogstens 100 tekens, en niet zoals een apparaat in Windows heet, zoals con.`,
  "package-name-taken": ({ path }) =>
    `twee bestanden van dit pakket zouden ${quoted(path)} heten: het script, en een van het pakket zelf. Geef het script een andere naam.`,
  "package-vbs": ({ reason, others }) =>
    `dit is een VBScript voor Windows 2000, en ${noVbs[reason]}. Neem --for ${others.join(",")} in plaats daarvan.`,
  "package-not-as-rendered": ({ findings }) =>
    `dit is geen script zoals deze versie het maakt (${allOf(findings.map(printable))}), dus niemand kan zeggen wat het zou doen. portkeep read SCRIPT vertelt meer; maak het opnieuw, onderteken het, en verpak dat.`,
  "package-signature": ({ findings }) =>
    `de handtekening wordt niet aanvaard (${allOf(findings.map(printable))}). portkeep verify SCRIPT --integrity-only vertelt meer; onderteken het opnieuw met portkeep sign SCRIPT, en verpak dat.`,
  "package-needs-key": () =>
    "in dit pakket zitten meer scripts dan het uwe, en die moeten net zo ondertekend zijn. Geef de sleutel waarmee dat is gedaan: --sign-pfx BESTAND, of --sign-key BESTAND en --sign-cert BESTAND, of --sign-command OPDRACHT.",
  "package-other-signer": ({ wanted, found }) =>
    `het script is ondertekend met het certificaat ${wanted}, en deze sleutel hoort bij ${found}. Een pakket heeft een ondertekenaar: geef de sleutel waarmee het script is ondertekend, of onderteken het opnieuw met deze.`,
  "package-script-unsigned": () =>
    "er is een sleutel, en het script is niet ondertekend. Onderteken het eerst met portkeep sign SCRIPT, of laat de sleutel weg.",
  "package-unsigned": ({ tool }) =>
    `het script is niet ondertekend, en ${named(tool)} laat het als SYSTEM draaien op elke computer die eronder valt: dat kan alleen een ondertekend script zijn. Onderteken het met portkeep sign SCRIPT, en verpak dat.`,
  "package-action": ({ tool, action }) =>
    `zonder parameters doet dit script ${printable(action)}, en ${named(tool)} wordt gemaakt van een dat toepast. Maak het opnieuw zonder --action, en verpak dat.`,
  "package-restart": ({ tool }, inList) =>
    `dit script kan een herstart beginnen, en ${named(tool)} mag dat niet. ${
      inList ? "Laat de sleutel reboot weg" : "Maak het opnieuw zonder --reboot"
    }: het zegt dan dat een herstart nodig is, en laat die aan u over.`,
  "package-too-large": ({ tool, bytes, limit }) =>
    `het script heeft ${grouped(bytes)} bytes, en ${named(tool)} neemt er hoogstens ${grouped(limit)}. Geef minder eigen poorten, of onderteken met minder certificaten tussen het uwe en het basiscertificaat.`,
  "package-text-replaced": ({ tool, text }) =>
    `in het script staat ${quoted(text)}, en ${named(tool)} zou daar iets anders voor in de plaats zetten, wat de handtekening breekt. Maak het opnieuw zonder die tekst.`,
  "package-folder-taken": ({ folder, files }) =>
    `in ${printable(folder)} staat wat niet van een pakket is, of sindsdien is veranderd (${allOf(files.map(printable))}), en een nieuw pakket komt in de plaats van alles wat er staat. Zet dat ergens anders, of geef een andere map met -o.`,
} satisfies Partial<ErrorTexts>;
