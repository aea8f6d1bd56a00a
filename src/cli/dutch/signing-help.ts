import type * as english from "../english/signing-help.ts";

/** What --help says of signing, in Dutch. */
export const signing: typeof english.signing = {
  pfx: "onderteken met de sleutel in een PFX-bestand (.pfx, .p12)",
  key: "onderteken met een privesleutel, PEM of DER; --sign-cert hoort erbij",
  certificate: "het certificaat van de ondertekenaar, het liefst met die tussen dat en de wortel",
  passwordFile:
    "een bestand met het wachtwoord van de sleutel, - voor de standaardinvoer (anders vraagt portkeep het)",
  passwordEnv: "de naam van een omgevingsvariabele waar het in staat",
  command: "laat een ander programma ondertekenen (een token, een clouddienst); zie docs/signing-commands.md",
  subject:
    "het onderwerp dat het certificaat van een ondertekenopdracht moet hebben, als dat vooraf niet bekend is",
  development:
    "onderteken met een ontwikkelcertificaat, dat zo nodig wordt gemaakt: om te proberen, niet voor gebruik",
  hash: "de hash waarmee wordt ondertekend; sha1 is alleen voor Windows Server 2003",
  timestamp:
    "het adres van een RFC 3161-autoriteit; herhaal de optie, en de volgende is aan de beurt als er een faalt",
  timestampInterval: "seconden tussen twee verzoeken aan een autoriteit; sommige vragen er 15",
  timestampRoot: "aanvaard alleen tijdstempels van autoriteiten onder deze wortelcertificaten",
  allowDevelopment: "sta een ontwikkelcertificaat toe",
};

export const sign: typeof english.sign = {
  summary: "onderteken een script",
  description:
    "Zet een Authenticode-handtekening onder een PowerShell-script, in plaats van die welke er staat. Heeft geen Windows nodig.",
  examples: `Voorbeelden:
  portkeep sign poorten-reserveren.ps1 --sign-pfx sleutel.pfx
  portkeep sign poorten-reserveren.ps1 --sign-pfx sleutel.pfx --timestamp http://tsa.example.com
  portkeep sign poorten-reserveren.ps1 --sign-key sleutel.pem --sign-cert keten.pem -o getekend.ps1
  portkeep sign poorten-reserveren.ps1 --sign-cert keten.pem --sign-command "node signer.mjs"
`,
  script: "het script, - voor de standaardinvoer",
  output: "waarheen te schrijven, - voor de standaarduitvoer (anders het script zelf)",
};

export const verify: typeof english.verify = {
  summary: "controleer de handtekening van een script",
  description:
    "Controleert of een script is zoals het is ondertekend, en door wie. Oordeelt zoals Windows, zonder Windows of het netwerk te vragen.",
  examples: `Voorbeelden:
  portkeep verify poorten-reserveren.ps1 --root bedrijfswortel.cer
  portkeep verify poorten-reserveren.ps1 --signer 3f0c...e1 --json
  portkeep verify poorten-reserveren.ps1 --integrity-only
`,
  script: "het script, - voor de standaardinvoer",
  root: "de wortelcertificaten waar dat van de ondertekenaar naar moet leiden",
  signer: "de SHA-256 van het certificaat van de ondertekenaar",
  integrityOnly: "vraag alleen of de tekst is zoals die is ondertekend, door wie dan ook",
  timestampRoot: "de wortels van autoriteiten wier tijdstempels de geldigheid van een handtekening verlengen",
  allowSha1: "aanvaard SHA-1",
};
