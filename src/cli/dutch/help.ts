import type { help as english } from "../english/help.ts";

import { buildHelp, catalogHelp } from "./build-texts.ts";
import { completionHelp } from "./completion-texts.ts";
import { initHelp } from "./init-texts.ts";
import { packageHelp } from "./package-texts.ts";
import { sign, signing, verify } from "./signing-help.ts";

/** What --help says, in Dutch. */
export const help: typeof english = {
  words: {
    "Usage:": "Gebruik:",
    "Arguments:": "Argumenten:",
    "Options:": "Opties:",
    "Global Options:": "Algemene opties:",
    "Commands:": "Opdrachten:",
    "[options]": "[opties]",
    "[command]": "[opdracht]",
  },
  choices: "keuzes",
  default: "standaard",
  program: {
    description:
      "Maakt een PowerShell-script dat de UDP-poorten reserveert die diensten op een Windows-server nodig hebben.",
    examples: `Voorbeelden:
  portkeep products                            welk product welke poorten nodig heeft
  portkeep render --product sbs-2003-standard  een script voor een hele server
  portkeep render --product ias --dry-run      wat zo'n script zou reserveren
`,
    version: "toon de versie",
    help: "toon deze uitleg",
    helpCommand: "toon de uitleg van een opdracht",
    locale: "de taal van wat portkeep zegt, en van het script dat het maakt",
  },
  json: "geef JSON",
  products: {
    summary: "toon welk product welke poorten nodig heeft",
    description: "Toont de conflicttabel: elk product met zijn poorten, en de bundels en systemen.",
    examples: `Voorbeelden:
  portkeep products         producten, bundels en systemen met hun id
  portkeep products --json  hetzelfde voor een programma
`,
    table: "uw eigen conflicttabel, YAML of JSON, boven op de ingebouwde",
  },
  render: {
    summary: "maak een script",
    description: "Maakt een PowerShell-script dat de poorten van de gekozen producten reserveert.",
    examples: `Voorbeelden:
  portkeep render --product sbs-2003-standard
  portkeep render --product ias,l2tp --port 5000-5010="Back-upagent" --os windows-server-2003
  portkeep render --product isa-2004 --os sbs-2003-premium --dry-run
  portkeep render --product ias -o - > poorten-reserveren.ps1
  portkeep render --product ias --sign-pfx sleutel.pfx
`,
    product: "een product of bundel (portkeep products toont ze); herhaal de optie of gebruik komma's",
    port: "eigen poorten, n of n-m, 1025-65535; op dezelfde manier te herhalen",
    table: "uw eigen conflicttabel, YAML of JSON, boven op de ingebouwde",
    os: "het systeem van de server; een bundel brengt zijn eigen mee",
    backend: "de manier van reserveren",
    action: "wat een run zonder -Action doet",
    reboot: "of het script de server opnieuw opstart",
    restartDns: "of het de DNS-server opnieuw start, waar dat genoeg is",
    rebootExitCode: "de exitcode die om een herstart vraagt",
    newline: "regeleinden van het script",
    format: "PowerShell, of VBScript voor Windows 2000",
    allowWide: "sta meer dan 1.024 eigen poorten toe (hooguit 1.999)",
    output: "waarheen te schrijven, - voor de standaarduitvoer (anders een bestand met een naam in out/)",
    dryRun: "toon elk bereik en wie het nodig heeft; schrijf niets",
  },
  explain: {
    summary: "toon wie een poort nodig heeft, en de kans dat die verloren gaat",
    description:
      "Toont wie een poort of poortbereik nodig heeft, volgens welke bron, en de kans dat de DNS-server die bezet.",
    examples: `Voorbeelden:
  portkeep explain 1812
  portkeep explain 3500-3619 --json
  portkeep explain 2883 --max-user-port 5000
`,
    table: "uw eigen conflicttabel, YAML of JSON, boven op de ingebouwde",
    ports: "een poort of bereik, n of n-m",
    maxUserPort: "MaxUserPort op de server (Windows Server 2003 en ouder), als dat niet 60000 of 65535 is",
  },
  read: {
    summary: "toon de keuzes in een gemaakt script",
    description:
      "Toont de opdracht die een script opnieuw maakt, en of het script nog is wat die opdracht oplevert. Voert er niets van uit.",
    examples: `Voorbeelden:
  portkeep read poorten-reserveren.ps1
  portkeep read - --json < poorten-reserveren.ps1
`,
    script: "een script dat portkeep heeft gemaakt, - voor de standaardinvoer",
  },
  signing,
  sign,
  verify,
  package: packageHelp,
  build: buildHelp,
  catalog: catalogHelp,
  init: initHelp,
  completion: completionHelp,
};
