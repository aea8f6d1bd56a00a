import { counted, grouped } from "./words.ts";

/** What --help says of init, in English. */
export const initHelp = {
  summary: "write a list of sites, asking what they run",
  description:
    "Asks what your servers run, and writes the list of sites that portkeep build takes. What an option says is not asked; with --site and --product or --port nothing is. A list that is there gets the new sites at its end.",
  examples: `Examples:
  portkeep init
  portkeep init --site berlin-dc1 --product ias,ipsec
  portkeep init --site oslo-dc2 --product nps --port 5000="Backup agent" -o sites.yaml
`,
  site: "the id of the one site to add",
  product: "a product or bundle that it runs; repeat it or separate by commas",
  port: "own ports, n or n-m, 1025-65535; repeat it likewise",
  os: "the server's system; a bundle implies its own",
  reboot: "whether the script restarts the server",
  table: "your own conflict table, YAML or JSON, on top of the built-in one",
  output: "the list: .csv, .jsonl or .yaml (default: sites.csv)",
};

/** What init asks and says, in English. */
export const initReport = {
  about: "This writes a list of sites for portkeep build. Ctrl-C ends it, and then nothing is written.",
  productHeads: ["no.", "product", "name"],
  systemHeads: ["no.", "system", "name"],
  site: "Id of the site, such as berlin-dc1:",
  products: "What it runs, by numbers or ids (empty for none of these):",
  ports: "Own ports, such as 5000-5010=Backup agent (empty for none):",
  os: "Its system, by number or id (empty: the script finds out):",
  reboot: "May the script restart the server where that is needed?",
  another: "Id of the next site (empty for no more):",
  extend: (file: string, sites: number) =>
    `${file} is there already, with ${counted(sites, "site")}. Add the new ones to it?`,
  otherFile: "Another file, .csv, .jsonl or .yaml:",
  yes: ["yes", "y"],
  no: ["no", "n"],
  choices: (byDefault: boolean): string => (byDefault ? "[Y/n]" : "[y/N]"),
  written: (file: string, sites: number, added: number) =>
    `${counted(sites, "site")} in ${file}, ${grouped(added)} new.`,
  next: "Next, a try without a signature:",
};
