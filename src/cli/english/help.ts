import { buildHelp, catalogHelp } from "./build-texts.ts";
import { completionHelp } from "./completion-texts.ts";
import { initHelp } from "./init-texts.ts";
import { packageHelp } from "./package-texts.ts";
import { sign, signing, verify } from "./signing-help.ts";

/** What --help says, in English. */
export const help = {
  /** For the headings and placeholders that commander writes itself. */
  words: {} as Record<string, string>,
  choices: "choices",
  default: "default",
  program: {
    description: "Renders a PowerShell script that reserves the UDP ports a Windows server's services need.",
    examples: `Examples:
  portkeep products                            which product needs which ports
  portkeep render --product sbs-2003-standard  a script for a whole server
  portkeep render --product ias --dry-run      what such a script would reserve
`,
    version: "show the version",
    help: "show this help",
    helpCommand: "show the help of a command",
    locale: "the language of what portkeep says, and of a script that it renders",
  },
  json: "print JSON",
  products: {
    summary: "show which product needs which ports",
    description: "Shows the conflict table: every product with its ports, and the bundles and systems.",
    examples: `Examples:
  portkeep products         products, bundles and systems by their ids
  portkeep products --json  the same for a program
`,
    table: "your own conflict table, YAML or JSON, on top of the built-in one",
  },
  render: {
    summary: "render one script",
    description: "Renders one PowerShell script that reserves the ports of the chosen products.",
    examples: `Examples:
  portkeep render --product sbs-2003-standard
  portkeep render --product ias,l2tp --port 5000-5010="Backup agent" --os windows-server-2003
  portkeep render --product isa-2004 --os sbs-2003-premium --dry-run
  portkeep render --product ias -o - > reserve-ports.ps1
  portkeep render --product ias --sign-pfx signer.pfx
`,
    product: "a product or bundle (portkeep products lists them); repeat it or separate by commas",
    port: "own ports, n or n-m, 1025-65535; repeat it likewise",
    table: "your own conflict table, YAML or JSON, on top of the built-in one",
    os: "the server's system; a bundle implies its own",
    backend: "the way to reserve",
    action: "what a run without -Action does",
    reboot: "whether the script restarts the server",
    restartDns: "whether it restarts the DNS Server, where that is enough",
    rebootExitCode: "the exit code that asks for a restart",
    newline: "line ends of the script",
    format: "PowerShell, or VBScript for Windows 2000",
    allowWide: "allow more than 1,024 own ports (1,999 at most)",
    output: "where to write, - for standard output (default: a named file in out/)",
    dryRun: "show each range and who needs it; write nothing",
  },
  explain: {
    summary: "show who needs a port, and the odds of losing it",
    description:
      "Shows who needs a port or a range of ports, by which source, and the odds that the DNS Server takes it.",
    examples: `Examples:
  portkeep explain 1812
  portkeep explain 3500-3619 --json
  portkeep explain 2883 --max-user-port 5000
`,
    table: "your own conflict table, YAML or JSON, on top of the built-in one",
    ports: "a port or a range, n or n-m",
    maxUserPort: "the server's MaxUserPort (Windows Server 2003 and older), if it is neither 60000 nor 65535",
  },
  read: {
    summary: "show the choices in a rendered script",
    description:
      "Shows the command that renders a script again, and whether the script still is what that command gives. Runs nothing of it.",
    examples: `Examples:
  portkeep read reserve-ports.ps1
  portkeep read - --json < reserve-ports.ps1
`,
    script: "a script that portkeep rendered, - for standard input",
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
