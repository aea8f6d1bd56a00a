import type { Recipe } from "../../plan/choice.ts";
import { exitCodes, parameters } from "./dutch-card.ts";
import { problems } from "./dutch-problems.ts";
import type { english } from "./english.ts";
import { numbersOf } from "./numbers.ts";

const { grouped, odds, day } = numbersOf("nl");

const counted = (count: number, one: string, many: string) => `${grouped(count)} ${count === 1 ? one : many}`;

/** What the page says, in Dutch. */
export const dutch: typeof english = {
  title: "Een script dat de DNS-server van uw poorten houdt",
  intro:
    "Bij het starten bezet de DNS-server van Windows willekeurig duizenden UDP-poorten, soms ook een die een andere dienst nodig heeft (KB 956189). Kies wat er op uw server draait, en neem het ondertekende PowerShell-script dat die poorten reserveert.",
  private: "Niets van wat u kiest of plakt verlaat deze pagina.",
  otherLanguage: "English",
  otherCode: "en",
  skip: "Ga naar het script",
  problems,
  odds,
  day,

  form: {
    heading: "Uw server",
    sets: "Kant-en-klare keuzes",
    system: "Windows-versie",
    systemAny: "Niet genoemd: het script zoekt het uit",
    productsArticle: "In KB 956189",
    productsDocumented: "Later bekend geworden conflicten",
    productsMoved: "Alleen waar de dynamische poorten zijn verplaatst",
    onlyOn: (systems: string) => `alleen op ${systems}`,
    ports: "Eigen poorten",
    portsHint: "Een of meer, zoals 5000-5010=Back-upagent, 6000",
    locale: "Taal van het script",
    more: "Meer opties",
    backend: "Manier van reserveren",
    backends: {
      auto: "Zoals de Windows-versie vraagt",
      "reserved-ports": "ReservedPorts (tot en met Server 2003)",
      "dns-exclusions": "Uitsluitingen van de DNS-server (vanaf 2008 R2)",
      "os-exclusions": "Poortuitsluitingen van Windows (vanaf 2008 R2)",
    },
    reboot: "Herstart van de server",
    reboots: { Never: "Nooit: het meldt het alleen", IfNeeded: "Als een wijziging erom vraagt" },
    rebootExitCode: "Exitcode als een herstart nodig is",
    rebootExitCodes: { 3010: "3010", 0: "0, voor tools die 3010 als mislukt zien" },
  },

  report: {
    heading: "Plak een rapport",
    label: "Wat een script van portkeep toonde met -Action Report",
    read: "Lees het rapport",
    none: 'Er is geen resultaatregel gevonden. Het is de laatste regel, en die begint met {"portkeep".',
    of: (computer: string) => `Rapport van ${computer}`,
    made: (action: string, version: string) => `${action}, portkeep ${version}`,
    notReport:
      "Dit is geen rapport: draai het script met -Action Report om te zien welke poorten gevaar lopen.",
    states: {
      reserved: "Gereserveerd",
      "at-risk": "Niet gereserveerd, loopt gevaar",
      outside: "Niet gereserveerd, buiten het bereik",
    },
    cut: "De resultaatregel is ingekort: hieronder en bij uw keuzes kunnen poorten of diensten ontbreken. Vergelijk met wat het script erboven toonde.",
    findings: "Alle bevindingen",
    taken: (choices: string) => `Gekozen uit het rapport: ${choices}.`,
    nothingTaken: "Het rapport noemt geen product dat deze pagina kent. Kies zelf.",
  },

  results: {
    heading: "Poorten die het reserveert",
    nothing: "Kies een product, een kant-en-klare keuze of een poort, en het script verschijnt hier.",
    problem: "Deze keuze kan niet",
    status: (ports: number, ranges: number) =>
      `${counted(ports, "poort", "poorten")} in ${counted(ranges, "bereik", "bereiken")}.`,
    ready: "Hieronder ligt een script klaar.",
    parts: (count: number) => `Hieronder liggen ${grouped(count)} scripts klaar, om na elkaar te draaien.`,
    notReady: "Er is geen kant-en-klaar script; een opdracht maakt het.",
    vbScript: "Hieronder staat een VBScript dat deze pagina heeft gemaakt.",
    axis: "De poorten waaruit de DNS-server trekt, en de bereiken die het script reserveert",
    pool: (range: string) => `trekt uit ${range}`,
    pools: {
      noMaxUserPort: "2003 en ouder, zonder MaxUserPort",
      maxUserPort: (value: number) => `2003 en ouder, MaxUserPort ${value}`,
      sinceVista: "2008 en later, zoals geleverd",
      ofComputer: (computer: string) => `${computer}, volgens het rapport`,
    },
    oneTaken: (chance: string) => `bezet een van deze poorten bij ${chance} van zijn starts`,
    noneTaken: "bezet geen van deze poorten",
    meaning: (draws: number) =>
      `De kans geldt voor een enkele start van de DNS-server, die ${grouped(draws)} poorten bezet tenzij hij anders is ingesteld.`,
    meaningAsTold: (draws: number) =>
      `De kans geldt voor een enkele start van de DNS-server, die daar ${grouped(draws)} poorten bezet.`,
    table: "Bereiken, wie ze nodig heeft, en de kans ze kwijt te raken",
    heads: { range: "UDP-poorten", who: "Nodig voor", odds: "Kans er een kwijt te raken" },
    classes: {
      documented: "beschreven conflict",
      "default-range": "ligt in de dynamische poorten van Windows zoals geleverd",
      "moved-range": "loopt gevaar waar de dynamische poorten zijn verplaatst",
    },
    ownPort: "Eigen poort",
    ownChoice: "uw eigen keuze",
  },

  script: {
    heading: "Het script",
    effect: {
      "reserved-ports":
        "Het voegt deze poorten toe aan de registerwaarde ReservedPorts, na een back-up. Dit geldt zodra de server opnieuw is opgestart.",
      "dns-exclusions":
        "Het voegt deze poorten toe aan de uitsluitingen van de DNS-server, na een back-up. Dit geldt zodra die dienst opnieuw is gestart.",
      "os-exclusions":
        "Het voegt deze poorten toe aan de poortuitsluitingen van Windows, na een back-up. Dit geldt meteen.",
      auto: "Het voegt deze poorten toe aan ReservedPorts (tot en met Server 2003, geldt na een herstart van de server) of aan de uitsluitingen van de DNS-server (vanaf 2008 R2, geldt na een herstart van die dienst), na een back-up.",
    } satisfies Record<Recipe["backend"], string>,
    again: (restore: string) =>
      `Nog een keer gedraaid wijzigt het niets; ${restore} zet terug wat er eerst stond.`,
    vbScript: (version: string) =>
      `Deze Windows heeft geen PowerShell, dus dit is een VBScript. Deze pagina heeft het gemaakt, en niemand heeft het ondertekend, want Windows 2000 vraagt niet om een handtekening. Vergelijk de SHA-256 ervan met die van het bestand dat portkeep ${version} met deze opdracht maakt:`,
    general: "Dit script is voor elke Windows-versie: op de server zoekt het zelf uit op welke het draait.",
    download: "Download",
    bytes: (count: number) => `${grouped(count)} bytes`,
    facts: {
      sha256: "SHA-256 van het bestand",
      signer: "Ondertekend door",
      certificate: "Certificaat, SHA-256",
      thumbprint: "Certificaat, vingerafdruk",
      signature: "Handtekening geldt",
    },
    notSigned: "niemand: dit script is niet ondertekend",
    unreadableHash: (system: string) =>
      `Voor zover bekend leest ${system} van een script alleen een handtekening met SHA-1. Onder het beleid AllSigned weigert het dit bestand; de opdrachten hieronder vragen niet om een handtekening. portkeep sign met --hash sha1 maakt er een die het wel leest, alleen voor zulke servers: SHA-1 bewijst niets tegen vervalsers.`,
    bundles: "Voor beheertools",
    until: (time: string) => `tot ${day(time)}`,
    stamped: (time: string) => `ook nadat het certificaat is verlopen: tijdstempel van ${day(time)}`,
    otherVersion: (catalog: string, page: string) =>
      `De kant-en-klare scripts zijn van portkeep ${catalog}, en deze pagina is van ${page}.`,
    differs:
      "Er is een kant-en-klaar script voor deze keuze, maar de tekst ervan is niet wat deze pagina maakt. Gebruik het niet voordat u weet waarom.",
    notReady: "Voor deze keuze is er geen kant-en-klaar script.",
    parts:
      "Geen kant-en-klaar script heeft alles, maar er is er een voor elk deel. Draai ze na elkaar, in welke volgorde ook: elk laat staan wat al gereserveerd is, een herstart aan het eind laat alles ingaan, en -Action Restore van een ervan zet terug wat er voor het eerste stond.",
    oneForAll: "Een script voor alles samen kan ook.",
    noCatalog: "Bij deze pagina zijn geen kant-en-klare scripts meegekomen.",
    filesMissing:
      "Voor deze keuze hoort er een kant-en-klaar script te zijn, maar de bestanden ervan ontbreken.",
    fileDiffers:
      "Het ondertekende bestand is niet wat deze pagina met die handtekening maakt. Gebruik het niet voordat u weet waarom.",
    commandMakes: "Deze opdracht maakt het, en ondertekent het met uw eigen sleutel:",
    commandNeeds:
      "Daarvoor is portkeep nodig: wie u deze pagina gaf, heeft het. Hoe u het installeert staat in docs/install.md ervan, hoe u aan een certificaat komt in docs/signing.md.",
    command: "Opdracht",
    copy: "Kopieer",
    copied: "Gekopieerd.",
    notCopied: "Kopi\u00ebren mag hier niet. De tekst is geselecteerd: druk op Ctrl+C.",
    check: "Controleer het bestand voordat u het draait",
    checkHint:
      "In PowerShell. Get-FileHash moet de SHA-256 hierboven geven, Get-AuthenticodeSignature Valid en de vingerafdruk hierboven.",
    run: "Op de server, als administrator",
    runHint:
      "Met Test wijzigt het niets: 0 is alles gereserveerd, 1 is poorten ontbreken; 3010 of 3011 is gereserveerd zodra de server of de DNS-server opnieuw is gestart. Zonder reserveert het ze.",
    text: "Tekst van het script",
    textUnsigned: "Zonder de handtekening, zoals deze pagina het maakt.",
    unsigned: "SHA-256 zonder handtekening",
    settingsId: "Instellingen",
    worksOn: (systems: string) => `Het werkt op ${systems}.`,
  },

  card: {
    parametersHeading: "Parameters",
    parameters,
    exitCodesHeading: "Exitcodes",
    exitCodes,
    changes: (version: string) => `Wijzigingen in portkeep ${version} (in het Engels)`,
  },
};
