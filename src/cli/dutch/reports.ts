import type { Recipe } from "../../plan/choice.ts";
import type { PortRange } from "../../ports/range.ts";
import type { reports as english } from "../english/reports.ts";
import { findings } from "./findings.ts";
import { sign } from "./sign-report.ts";
import { verify } from "./verify-report.ts";
import { counted, grouped, odds } from "./words.ts";

/** What the commands say about their results, in Dutch. */
export const reports: typeof english = {
  error: "fout",
  fault: "Dit is een fout in portkeep zelf; meld deze alstublieft.",

  products: {
    heads: ["id", "product", "poorten", "protocol", "voorwaarde", "bron", "backend"],
    bundleHeads: ["bundel", "voor systeem", "producten"],
    systemHeads: ["systeem", "naam"],
  },

  plan: {
    system: "Systeem",
    notNamed: "niet genoemd",
    backend: "Backend",
    file: "Bestand",
    heads: ["bereik", "poorten", "nodig voor", "bron", "waarom"],
    ownChoice: "eigen keuze",
    ownPort: "eigen poort",
    givenWithPort: "opgegeven met --port",
  },

  nextSteps: {
    portsInRanges: (ports: number, ranges: number) =>
      `${counted(ports, "poort", "poorten")} in ${counted(ranges, "bereik", "bereiken")}`,
    effect: ({ action, reboot }: Pick<Recipe, "action" | "reboot">, ports: string) => {
      const restart = {
        Never: "Dit geldt zodra de server opnieuw is opgestart, wat het script niet zelf doet.",
        IfNeeded: "Daarna start het de server opnieuw op, en dan geldt dit.",
      }[reboot];
      return {
        Apply: `Het voegt ${ports} toe aan ReservedPorts, na een back-up. ${restart}`,
        Test: `Het wijzigt niets, en vertelt of ${ports} gereserveerd zijn.`,
        Report: `Het wijzigt niets, en vertelt of de server ${ports} kan kwijtraken, en waardoor.`,
        Restore: `Het zet ReservedPorts terug zoals het was voor de eerste Apply. ${restart}`,
      }[action];
    },
    nothingWritten: "Er is niets geschreven. Dit zou het script doen:",
    notSigned: "Het script is niet ondertekend.",
    next: "Hierna, op de server, als administrator:",
  },

  explain: {
    needHeads: ["poorten", "nodig voor", "product", "protocol", "voorwaarde", "bron"],
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
};

function named({ low, high }: PortRange): string {
  return low === high ? `poort ${low}` : `een poort van ${low}-${high}`;
}
