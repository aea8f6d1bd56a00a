import type { initHelp as englishHelp, initReport as englishReport } from "../english/init-texts.ts";
import { counted, grouped } from "./words.ts";

/** What --help says of init, in Dutch. */
export const initHelp: typeof englishHelp = {
  summary: "schrijf een lijst van locaties, en vraag wat er draait",
  description:
    "Vraagt wat er op uw servers draait, en schrijft de lijst van locaties die portkeep build neemt. Wat een optie zegt, wordt niet gevraagd; met --site en --product of --port wordt niets gevraagd. Een lijst die er is, krijgt de nieuwe locaties aan het eind.",
  examples: `Voorbeelden:
  portkeep init
  portkeep init --site utrecht-dc1 --product ias,ipsec
  portkeep init --site breda-dc2 --product nps --port 5000="Backup agent" -o locaties.yaml
`,
  site: "het id van de ene locatie die erbij komt",
  product: "een product of bundel die er draait; herhaal de optie of scheid met komma's",
  port: "eigen poorten, n of n-m, 1025-65535; idem",
  os: "het systeem van de server; een bundel heeft zijn eigen",
  reboot: "of het script de server herstart",
  table: "uw eigen conflicttabel, YAML of JSON, boven op de ingebouwde",
  output: "de lijst: .csv, .jsonl of .yaml (anders sites.csv)",
};

/** What init asks and says, in Dutch. */
export const initReport: typeof englishReport = {
  about:
    "Dit schrijft een lijst van locaties voor portkeep build. Ctrl-C stopt, en dan wordt er niets geschreven.",
  productHeads: ["nr.", "product", "naam"],
  systemHeads: ["nr.", "systeem", "naam"],
  site: "Id van de locatie, zoals utrecht-dc1:",
  products: "Wat er draait, met nummers of id's (leeg voor niets hiervan):",
  ports: "Eigen poorten, zoals 5000-5010=Backup agent (leeg voor geen):",
  os: "Het systeem, met nummer of id (leeg: het script zoekt het uit):",
  reboot: "Mag het script de server herstarten als dat nodig is?",
  another: "Id van de volgende locatie (leeg voor geen meer):",
  extend: (file, sites) =>
    `${file} is er al, met ${counted(sites, "locatie", "locaties")}. De nieuwe eraan toevoegen?`,
  otherFile: "Een ander bestand, .csv, .jsonl of .yaml:",
  yes: ["ja", "j"],
  no: ["nee", "n"],
  choices: (byDefault) => (byDefault ? "[J/n]" : "[j/N]"),
  written: (file, sites, added) =>
    `${counted(sites, "locatie", "locaties")} in ${file}, ${grouped(added)} nieuw.`,
  next: "Probeer het daarna, nog zonder handtekening:",
};
