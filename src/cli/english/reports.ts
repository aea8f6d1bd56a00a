import type { Recipe } from "../../plan/choice.ts";
import type { PortRange } from "../../ports/range.ts";
import { buildReport } from "./build-texts.ts";
import { findings } from "./findings.ts";
import { initReport } from "./init-texts.ts";
import { packageReport } from "./package-texts.ts";
import { sign } from "./sign-report.ts";
import { tableWords } from "./table-words.ts";
import { verify } from "./verify-report.ts";
import { counted, grouped, odds } from "./words.ts";

/** What the commands say about their results, in English. */
export const reports = {
  error: "error",
  fault: "This is a fault in portkeep itself; please report it.",

  table: tableWords,

  products: {
    heads: ["id", "product", "ports", "protocol", "class", "condition", "source", "backend"],
    bundleHeads: ["bundle", "for system", "products"],
    systemHeads: ["system", "name"],
  },

  plan: {
    system: "System",
    notNamed: "not named",
    backend: "Backend",
    file: "File",
    heads: ["range", "ports", "protocol", "needed by", "class", "source", "why"],
    ownChoice: "own choice",
    ownPort: "own port",
    givenWithPort: "given with --port",
  },

  nextSteps: {
    noEffect: (option: string, backend: string) =>
      `${option} has no effect here: with ${backend}, nothing waits for that restart.`,
    portsInRanges: (ports: number, ranges: number) =>
      `${counted(ports, "port")} in ${counted(ranges, "range")}`,
    effect: ({ action, backend, reboot, restartDns }: Recipe, ports: string) => {
      const reserved = {
        Never: "A restart of the server, which it does not start, puts this into effect.",
        IfNeeded: "It then restarts the server, which puts this into effect.",
      }[reboot];
      const dns = restartDns
        ? "It then restarts the DNS Server, which puts this into effect."
        : "A restart of the DNS Server, which it starts with -RestartDns IfNeeded, puts this into effect.";
      const [list, restart] = (
        {
          auto: [
            "ReservedPorts (up to Server 2003) or to the DNS Server's exclusions (from 2008 R2)",
            `Up to 2003: ${reserved} From 2008 R2: ${dns}`,
          ],
          "reserved-ports": ["ReservedPorts", reserved],
          "dns-exclusions": ["the DNS Server's exclusions", dns],
          "os-exclusions": ["the port exclusions of Windows", "This counts at once."],
        } as const
      )[backend];
      return {
        Apply: `It adds ${ports} to ${list}, after a backup. ${restart}`,
        Test: `It changes nothing, and tells whether ${ports} are reserved.`,
        Report: `It changes nothing, and tells whether the server can lose ${ports}, and why.`,
        Restore: `It puts back what was there before the first Apply. ${restart}`,
      }[action];
    },
    nothingWritten: "Nothing was written. The script would do this:",
    notSigned: "The script is not signed.",
    next: "Next, on the server, as an administrator:",
  },

  explain: {
    needHeads: ["ports", "needed by", "product", "protocol", "class", "condition", "source"],
    nobody: (range: PortRange) => `No row of the conflict table needs ${named(range)}.`,
    poolHeads: ["server", "DNS draws from", "ports in it", "odds per start"],
    noMaxUserPort: "2003 and older, no MaxUserPort",
    maxUserPort: (value: number) => `2003 and older, MaxUserPort ${value}`,
    sinceVista: "2008 and later, as installed",
    odds,
    safe: (range: PortRange) =>
      `The DNS Server cannot take ${named(range)}: none of these pools reaches so far.`,
    meaning: (range: PortRange, draws: number) =>
      `The odds that the DNS Server, which takes ${grouped(draws)} ports of its pool at random at each start, takes ${named(range)}.`,
    next: "Next, to reserve it:",
    ifItRuns: (product: string) => `if it runs ${product}:`,
  },

  read: {
    noChoices: "The choices cannot be read.",
    version: "Version",
    logic: "Logic",
    signature: "Signature",
    known: "known",
    unknown: "unknown",
    signatures: { none: "none", whole: "there; not judged here", broken: "not whole" },
    same: "The command gives this script, byte for byte.",
    findings,
  },

  sign,
  verify,
  package: packageReport,
  build: buildReport,
  init: initReport,
};

function named({ low, high }: PortRange): string {
  return low === high ? `port ${low}` : `a port of ${low}-${high}`;
}
