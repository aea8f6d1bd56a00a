import type { Seal } from "../../fleet/seal.ts";
import type { verify as english } from "../english/verify-report.ts";
import { printable, quoted } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import type { VerifyFindingTexts } from "../verify/report.ts";
import { chainFaults } from "./chain-faults.ts";
import { signerFaults, timestampFaults } from "./signature-faults.ts";
import { allOf, counted, grouped } from "./words.ts";

const findings: VerifyFindingTexts = {
  "text-encoding": ({ encoding }) => encodings[encoding],
  unsigned: () => "Het heeft geen handtekening.",
  "block-damaged": ({ line }) =>
    `Op regel ${line} begint een handtekening die niet heel is tot het einde van het bestand: ze is afgekapt of bewerkt, of er komt nog iets achter.`,
  "block-form": () =>
    "De regels van de handtekening staan er niet zoals Windows ze schrijft, dus iemand heeft ze bewerkt.",
  "marker-in-text": ({ line, comment }) =>
    `Regel ${line} bevat ${quoted(comment)}, en dat houdt PowerShell voor het begin van een handtekening: wat erna komt zou het niet uitvoeren.`,
  "signature-unreadable": () => "De handtekening is niet te lezen: ze is beschadigd, of geen DER.",
  "signature-version": ({ version }) =>
    `De handtekening heeft versie ${grouped(version)} van haar vorm, en Windows schrijft 1.`,
  "signer-count": ({ count }) =>
    count === 0
      ? "De handtekening heeft geen ondertekenaar."
      : `De handtekening heeft ${grouped(count)} ondertekenaars, en het moet er een zijn.`,
  "file-type": () => "De handtekening is er geen voor een PowerShell-script.",
  "text-changed": () => "De tekst is niet die welke is ondertekend: er is iets in gewijzigd.",
  "hash-mixed": ({ hashes }) =>
    `De handtekening gebruikt hashes door elkaar: ${allOf(hashes.map(printable))}.`,
  "hash-weak": () =>
    "De handtekening steunt op SHA-1, en dat bewijst niets meer. Alleen Windows Server 2003 heeft dat nodig; voeg --allow-sha1 toe om het te aanvaarden.",
  "signer-fault": ({ fault }) => signerFaults[fault],
  "unknown-attribute": ({ oid }) =>
    `Aan de handtekening is iets toegevoegd dat geen tijdstempel is (${printable(oid)}).`,
  "unknown-content": () =>
    "In de handtekening zit iets anders dan certificaten, of een certificaat tweemaal, of een dat niet te lezen is.",
  "nested-signature": () =>
    "In de handtekening zit een tweede, en die beoordeelt Windows bij een script niet.",
  "several-timestamps": ({ count }) =>
    `Er zijn ${grouped(count)} tijdstempels, en het mag er hooguit een zijn.`,
  "certificate-unused": ({ subject }) =>
    `Het certificaat van ${printable(subject)} zit in de handtekening en hoort bij niemand die heeft ondertekend.`,
  timestamp: ({ code, facts }) => (timestampFaults[code] as (facts: unknown) => string)(facts),
  chain: ({ fault, subject, at }) =>
    `Op ${at}: het certificaat van ${printable(subject)} ${chainFaultText(fault, chainFaults)}.`,
  "other-signer": ({ found }) =>
    `Het is ondertekend met een ander certificaat dan is gevraagd. De SHA-256 daarvan is ${found}.`,
  "development-certificate": () =>
    "Het is ondertekend met een ontwikkelcertificaat, en dat kan iedereen maken: het bewijst niets. Onderteken met een eigen certificaat.",
  "signer-not-judged": () =>
    "Wie heeft ondertekend, is niet beoordeeld. Zeg wie u vertrouwt: --root BESTAND, of --signer SHA256; of voeg --integrity-only toe om alleen te vragen of de tekst ongewijzigd is.",
  "manifest-missing": () => "Het bestand manifest.jsonl, waarvoor het instaat, staat er niet naast.",
  "manifest-changed": () =>
    "Het bestand manifest.jsonl ernaast is niet het ondertekende: het is gewijzigd, of een build is halverwege afgebroken. Haal beide bestanden opnieuw op, of voer portkeep build opnieuw uit.",
};

const encodings = {
  "no-mark":
    "Het bevat tekens buiten ASCII en geen byte order mark: elke Windows leest die in een eigen codetabel, dus klopt de handtekening op de ene en niet op de andere.",
  "utf-16be": "Het is opgeslagen als UTF-16 met de hoge byte voorop, en dat leest niet elke Windows.",
  damaged: "Sommige bytes zijn geen tekst in de codering die de byte order mark noemt.",
};

/** What `verify` says, in Dutch. */
export const verify: typeof english = {
  accepted: "de handtekening is goed.",
  unchanged: "de tekst is zoals die is ondertekend. Wie dat deed, is niet beoordeeld.",
  refused: "de handtekening wordt niet aanvaard.",
  signer: "Ondertekenaar",
  issuer: "Uitgegeven door",
  valid: "Geldig",
  fromTo: (from: string, to: string) => `${from} tot ${to}`,
  hash: "Hash",
  timestamp: "Tijdstempel",
  noTimestamp: "geen",
  timeBy: (time: string, authority: string, trusted: boolean) =>
    `${time} door ${authority}${trusted ? "" : " (niet vertrouwd: zie --timestamp-root)"}`,
  unknown: "onbekend",
  vouches: (file: string, { serial, sites }: Pick<Seal, "serial" | "sites">) =>
    `Het staat in voor ${file} ernaast, met volgnummer ${serial} en ${counted(sites, "locatie", "locaties")}.`,
  findings,
};
