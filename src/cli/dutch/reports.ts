import type { Recipe } from "../../plan/choice.ts";
import type { PortRange } from "../../ports/range.ts";
import type { reports as english } from "../english/reports.ts";
import { buildReport } from "./build-texts.ts";
import { findings } from "./findings.ts";
import { initReport } from "./init-texts.ts";
import { packageReport } from "./package-texts.ts";
import { sign } from "./sign-report.ts";
import { tableWords } from "./table-words.ts";
import { verify } from "./verify-report.ts";
import { counted, grouped, odds } from "./words.ts";

/** What the commands say about their results, in Dutch. */
export const reports: typeof english = {
  error: "fout",
  fault: "Dit is een fout in portkeep zelf; meld deze alstublieft.",

  table: tableWords,

  products: {
    heads: ["id", "product", "poorten", "protocol", "klasse", "voorwaarde", "bron", "backend"],
    bundleHeads: ["bundel", "voor systeem", "producten"],
    systemHeads: ["systeem", "naam"],
  },

  plan: {
    system: "Systeem",
    notNamed: "niet genoemd",
    backend: "Backend",
    file: "Bestand",
    heads: ["bereik", "poorten", "protocol", "nodig voor", "klasse", "bron", "waarom"],
    ownChoice: "eigen keuze",
    ownPort: "eigen poort",
    givenWithPort: "opgegeven met --port",
  },

  nextSteps: {
    noEffect: (option: string, backend: string) =>
      `${option} heeft hier geen effect: bij ${backend} wacht niets op die herstart.`,
    portsInRanges: (ports: number, ranges: number) =>
      `${counted(ports, "poort", "poorten")} in ${counted(ranges, "bereik", "bereiken")}`,
    effect: ({ action, backend, reboot, restartDns }: Recipe, ports: string) => {
      const reserved = {
        Never: "Dit geldt zodra de server opnieuw is opgestart, wat het script niet zelf doet.",
        IfNeeded: "Daarna start het de server opnieuw op, en dan geldt dit.",
      }[reboot];
      const dns = restartDns
        ? "Daarna start het de DNS-server opnieuw, en dan geldt dit."
        : "Dit geldt zodra de DNS-server opnieuw is gestart, wat het script doet met -RestartDns IfNeeded.";
      const [list, restart] = (
        {
          auto: [
            "ReservedPorts (tot en met Server 2003) of aan de uitsluitingen van de DNS-server (vanaf 2008 R2)",
            `Tot en met 2003: ${reserved} Vanaf 2008 R2: ${dns}`,
          ],
          "reserved-ports": ["ReservedPorts", reserved],
          "dns-exclusions": ["de uitsluitingen van de DNS-server", dns],
          "os-exclusions": ["de poortuitsluitingen van Windows", "Dit geldt meteen."],
        } as const
      )[backend];
      return {
        Apply: `Het voegt ${ports} toe aan ${list}, na een back-up. ${restart}`,
        Test: `Het wijzigt niets, en vertelt of ${ports} gereserveerd zijn.`,
        Report: `Het wijzigt niets, en vertelt of de server ${ports} kan kwijtraken, en waardoor.`,
        Restore: `Het zet terug wat er voor de eerste Apply stond. ${restart}`,
      }[action];
    },
    nothingWritten: "Er is niets geschreven. Dit zou het script doen:",
    notSigned: "Het script is niet ondertekend.",
    next: "Hierna, op de server, als administrator:",
  },

  explain: {
    needHeads: ["poorten", "nodig voor", "product", "protocol", "klasse", "voorwaarde", "bron"],
    nobody: (range: PortRange) => `Geen regel van de conflicttabel heeft ${named(range)} nodig.`,
    poolHeads: ["server", "DNS trekt uit", "poorten erin", "kans per start"],
    noMaxUserPort: "2003 en ouder, zonder MaxUserPort",
    maxUserPort: (value: number) => `2003 en ouder, MaxUserPort ${value}`,
    sinceVista: "2008 en later, zoals geleverd",
    odds,
    safe: (range: PortRange) =>
      `De DNS-server kan ${named(range)} niet bezetten: geen van deze bereiken komt zo ver.`,
    meaning: (range: PortRange, draws: number) =>
      `De kans dat de DNS-server, die bij elke start willekeurig ${grouped(draws)} poorten uit zijn bereik bezet, ${named(range)} bezet.`,
    next: "Hierna, om te reserveren:",
    ifItRuns: (product: string) => `als ${product} erop draait:`,
  },

  read: {
    noChoices: "De keuzes zijn niet te lezen.",
    version: "Versie",
    logic: "Logica",
    signature: "Handtekening",
    known: "bekend",
    unknown: "onbekend",
    signatures: { none: "geen", whole: "aanwezig; hier niet beoordeeld", broken: "niet compleet" },
    same: "De opdracht geeft precies dit script, byte voor byte.",
    findings,
  },

  sign,
  verify,
  package: packageReport,
  build: buildReport,
  init: initReport,
};

function named({ low, high }: PortRange): string {
  return low === high ? `poort ${low}` : `een poort van ${low}-${high}`;
}
