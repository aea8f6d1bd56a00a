/** What --help says of bundles, in Dutch. */
export const packageHelp = {
  summary: "maak pakketten voor uitrolprogramma's",
  description:
    "Maakt van een script wat uitrolprogramma's importeren: een map voor elk programma, met een README over het vervolg.",
  examples: `Voorbeelden:
  portkeep package poorten-reserveren.ps1 --for raw
  portkeep package poorten-reserveren.ps1 --for gpo,datto --sign-pfx sleutel.pfx -o pakketten
  portkeep package poorten-reserveren.ps1 --for tactical --json
`,
  script: "een script dat portkeep heeft gemaakt en ondertekend, - voor de standaardinvoer",
  for: "raw, gpo, gpo-trust, intune-remediation, intune-win32, tactical, datto, configmgr, nupkg, ansible, ninjaone, nable of level; herhaal de optie of scheid met komma's",
  output: "de map voor de pakketten (anders een in out/, genoemd naar het script)",
};

/** What is said beside bundles, in Dutch. */
export const packageReport = {
  unsigned:
    "het script is niet ondertekend, dus niets wat ervan wordt gemaakt, kan om een handtekening vragen. Onderteken het eerst met portkeep sign SCRIPT.",
  next: "Lees daarna hoe het verder gaat:",
};
