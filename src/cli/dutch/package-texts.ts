/** What --help says of bundles, in Dutch. */
export const packageHelp = {
  summary: "maak pakketten voor uitrolprogramma's",
  description:
    "Maakt van een script wat uitrolprogramma's importeren: een map voor elk programma, met een README over het vervolg.",
  examples: `Voorbeelden:
  portkeep package poorten-reserveren.ps1 --for raw
  portkeep package poorten-reserveren.ps1 --for gpo,datto --sign-pfx sleutel.pfx -o pakketten
  portkeep package poorten-reserveren.ps1 --for tactical --json
  portkeep package poorten-reserveren.vbs --for raw,gpo
`,
  script: "een script dat portkeep heeft gemaakt, ondertekend als het een .ps1 is, - voor de standaardinvoer",
  for: "raw, gpo, gpo-trust, intune-remediation, intune-win32, tactical, datto, configmgr, nupkg, ansible, ninjaone, nable of level (een VBScript: raw of gpo); herhaal de optie of scheid met komma's",
  output: "de map voor de pakketten (anders een in out/, genoemd naar het script)",
};

/** What is said beside bundles, in Dutch. */
export const packageReport = {
  unsigned:
    "het script is niet ondertekend, dus niets wat ervan wordt gemaakt, kan om een handtekening vragen. Onderteken het eerst met portkeep sign SCRIPT.",
  vbs: "een VBScript is niet ondertekend, dus niets verraadt of het onderweg is veranderd. Vergelijk de SHA-256, zoals README.md zegt, voordat het naar een server gaat.",
  unreadableHash: (system: string) =>
    `voor zover bekend leest ${system} van een script alleen een handtekening met SHA-1, dus een pakket dat om een handtekening vraagt (AllSigned), draait dit script daar niet: onderteken het opnieuw met --hash sha1, alleen voor zulke servers, want SHA-1 bewijst niets tegen vervalsers; of draai het script los waar het beleid niet om een handtekening vraagt.`,
  next: "Lees daarna hoe het verder gaat:",
};
