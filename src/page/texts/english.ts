import { powerShellRules } from "../../delivery/card/powershell-rules.ts";
import type { Recipe } from "../../plan/choice.ts";
import { problems } from "./english-problems.ts";
import { numbersOf } from "./numbers.ts";

const { grouped, odds, day } = numbersOf("en");

const counted = (count: number, noun: string) => `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;

/** What the page says, in English. */
export const english = {
  title: "A script that keeps the DNS Server off your ports",
  intro:
    "When it starts, the DNS Server of Windows takes thousands of UDP ports at random, now and then one that another service needs (KB 956189). Choose what your server runs, and take the signed PowerShell script that reserves those ports.",
  private: "Nothing that you choose or paste leaves this page.",
  otherLanguage: "Nederlands",
  otherCode: "nl",
  skip: "Skip to the script",
  problems,
  odds,
  day,

  form: {
    heading: "Your server",
    sets: "Ready-made sets",
    system: "Windows version",
    systemAny: "Not named: the script finds out",
    productsArticle: "In KB 956189",
    productsDocumented: "Known conflicts since",
    productsMoved: "Only where the dynamic ports were moved",
    onlyOn: (systems: string) => `only on ${systems}`,
    ports: "Own ports",
    portsHint: "One or more, such as 5000-5010=Backup agent, 6000",
    locale: "Language of the script",
    more: "More options",
    backend: "Way of reserving",
    backends: {
      auto: "As the Windows version asks",
      "reserved-ports": "ReservedPorts (up to Server 2003)",
      "dns-exclusions": "Exclusions of the DNS Server (from 2008 R2)",
      "os-exclusions": "Port exclusions of Windows (from 2008 R2)",
    },
    reboot: "Restart of the server",
    reboots: { Never: "Never: it only tells", IfNeeded: "When a change needs it" },
    rebootExitCode: "Exit code for a restart that is due",
    rebootExitCodes: { 3010: "3010", 0: "0, for tools that take 3010 as a failure" },
  },

  report: {
    heading: "Paste a report",
    label: "What a script of portkeep printed with -Action Report",
    read: "Read the report",
    none: 'No result line was found. It is the last line, and begins with {"portkeep".',
    of: (computer: string) => `Report of ${computer}`,
    made: (action: string, version: string) => `${action}, portkeep ${version}`,
    notReport: "This is no report: run the script with -Action Report to learn which ports are at risk.",
    states: {
      reserved: "Reserved",
      "at-risk": "Not reserved, at risk",
      outside: "Not reserved, outside the pool",
    },
    cut: "The result line was cut to fit: ports or services may be missing below and among your choices. Compare with what the script printed above it.",
    findings: "All findings",
    taken: (choices: string) => `Chosen from the report: ${choices}.`,
    nothingTaken: "The report names no product that this page knows. Choose yourself.",
  },

  results: {
    heading: "Ports that it reserves",
    nothing: "Choose a product, a set or a port, and the script appears here.",
    problem: "This choice cannot be served",
    status: (ports: number, ranges: number) => `${counted(ports, "port")} in ${counted(ranges, "range")}.`,
    ready: "A ready-made script is below.",
    parts: (count: number) => `${grouped(count)} ready-made scripts are below, to run one after the other.`,
    notReady: "There is no ready-made script; a command makes it.",
    vbScript: "This page made a VBScript, below.",
    axis: "The ports that the DNS Server draws from, and the ranges that the script reserves",
    pool: (range: string) => `draws from ${range}`,
    pools: {
      noMaxUserPort: "2003 and older, no MaxUserPort",
      maxUserPort: (value: number) => `2003 and older, MaxUserPort ${value}`,
      sinceVista: "2008 and later, as installed",
      ofComputer: (computer: string) => `${computer}, as reported`,
    },
    oneTaken: (chance: string) => `takes one of these ports in ${chance} of its starts`,
    noneTaken: "takes none of these ports",
    meaning: (draws: number) =>
      `The odds are those of one start of the DNS Server, which takes ${grouped(draws)} ports unless it is told otherwise.`,
    meaningAsTold: (draws: number) =>
      `The odds are those of one start of the DNS Server, which takes ${grouped(draws)} ports there.`,
    table: "Ranges, who needs them, and the odds of losing them",
    heads: { range: "UDP ports", who: "Needed by", odds: "Odds of losing one" },
    classes: {
      documented: "documented conflict",
      "default-range": "in the dynamic ports of Windows as installed",
      "moved-range": "at risk where the dynamic ports were moved",
    },
    ownPort: "Own port",
    ownChoice: "your own choice",
  },

  script: {
    heading: "The script",
    effect: {
      "reserved-ports":
        "It adds these ports to the registry value ReservedPorts, after a backup. A restart of the server puts this into effect.",
      "dns-exclusions":
        "It adds these ports to the exclusions of the DNS Server, after a backup. A restart of that service puts this into effect.",
      "os-exclusions":
        "It adds these ports to the port exclusions of Windows, after a backup. This counts at once.",
      auto: "It adds these ports to ReservedPorts (up to Server 2003, in effect after a restart of the server) or to the exclusions of the DNS Server (from 2008 R2, in effect after a restart of that service), after a backup.",
    } satisfies Record<Recipe["backend"], string>,
    again: (restore: string) =>
      `Run again, it changes nothing; ${restore} brings back what was there before.`,
    vbScript: (version: string) =>
      `This Windows has no PowerShell, so this is a VBScript. This page made it, and nobody signed it, since Windows 2000 asks for no signature. Compare its SHA-256 with that of the file that portkeep ${version} makes by this command:`,
    general:
      "This script is for any Windows version: on the server it finds out by itself which one it is on.",
    download: "Download",
    bytes: (count: number) => `${grouped(count)} bytes`,
    facts: {
      sha256: "SHA-256 of the file",
      signer: "Signed by",
      certificate: "Certificate, SHA-256",
      thumbprint: "Certificate, thumbprint",
      signature: "Signature holds",
    },
    notSigned: "nobody: this script is not signed",
    unreadableHash: (system: string) =>
      `As far as is known, ${system} reads no signature of a script but one with SHA-1. Under the policy AllSigned it refuses this file; the commands below ask for no signature. portkeep sign with --hash sha1 makes one that it reads, for such servers alone: SHA-1 proves nothing against forgers.`,
    bundles: "For deployment tools",
    until: (time: string) => `until ${day(time)}`,
    stamped: (time: string) => `also after its certificate has ended: timestamp of ${day(time)}`,
    otherVersion: (catalog: string, page: string) =>
      `The ready-made scripts are of portkeep ${catalog}, and this page is of ${page}.`,
    differs:
      "There is a ready-made script for this choice, but its text is not what this page renders. Do not use it before you know why.",
    notReady: "There is no ready-made script for this choice.",
    parts:
      "No ready-made script has all of it, but there is one for each part. Run them one after the other, in any order: each keeps what is reserved already, one restart at the end puts all into effect, and -Action Restore of any of them brings back what was there before the first.",
    oneForAll: "There can also be one script for all of it.",
    noCatalog: "This page came without ready-made scripts.",
    filesMissing: "A ready-made script is listed for this choice, but its files are not beside this page.",
    fileDiffers:
      "The signed file is not what this page renders with that signature. Do not use it before you know why.",
    commandMakes: "This command makes it, and signs it with your own key:",
    commandNeeds:
      "It needs portkeep: whoever gave you this page has it. Its docs/install.md says how to install it, docs/signing.md how to get a certificate.",
    command: "Command",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "Copying is not allowed here. The text is selected: press Ctrl+C.",
    check: "Check the file before you run it",
    checkHint:
      "In PowerShell. Get-FileHash must give the SHA-256 above, Get-AuthenticodeSignature Valid and the thumbprint above.",
    run: "On the server, as an administrator",
    runHint:
      "With Test it changes nothing: 0 is all reserved, 1 is ports missing; 3010 or 3011 is reserved, as soon as the server or the DNS Server has restarted. Without, it reserves them.",
    text: "Text of the script",
    textUnsigned: "Without the signature, as rendered by this page.",
    unsigned: "SHA-256 without signature",
    settingsId: "Settings",
    worksOn: (systems: string) => `It works on ${systems}.`,
  },

  card: {
    parametersHeading: "Parameters",
    parameters: powerShellRules.parameters,
    exitCodesHeading: "Exit codes",
    exitCodes: powerShellRules.exitCodes,
    changes: (version: string) => `Changes in portkeep ${version}`,
  },
};
