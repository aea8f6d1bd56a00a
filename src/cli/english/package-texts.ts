/** What --help says of bundles, in English. */
export const packageHelp = {
  summary: "make bundles for deployment tools",
  description:
    "Makes what deployment tools import, of one script: a folder for each tool, with a README that says how to go on.",
  examples: `Examples:
  portkeep package reserve-ports.ps1 --for raw
  portkeep package reserve-ports.ps1 --for gpo,datto --sign-pfx signer.pfx -o bundles
  portkeep package reserve-ports.ps1 --for tactical --json
  portkeep package reserve-ports.vbs --for raw,gpo
`,
  script: "a script that portkeep rendered, signed if it is a .ps1, - for standard input",
  for: "raw, gpo, gpo-trust, intune-remediation, intune-win32, tactical, datto, configmgr, nupkg, ansible, ninjaone, nable or level (a VBScript: raw or gpo); repeat it or separate by commas",
  output: "the folder for the bundles (default: one in out/, named after the script)",
};

/** What is said beside bundles, in English. */
export const packageReport = {
  unsigned:
    "the script is not signed, so nothing that is made of it can ask for a signature. Sign it first with portkeep sign SCRIPT.",
  vbs: "a VBScript is not signed, so nothing tells whether it was changed on its way. Compare its SHA-256, as README.md says, before it goes to a server.",
  unreadableHash: (system: string) =>
    `as far as is known, ${system} reads no signature of a script but one with SHA-1, so a bundle that asks for a signature (AllSigned) does not run this script there: sign it again with --hash sha1, for such servers alone, since SHA-1 proves nothing against forgers; or run the script by itself where the policy asks for no signature.`,
  next: "Next, read how to go on:",
};
