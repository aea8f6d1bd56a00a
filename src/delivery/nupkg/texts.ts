import { wholeName } from "../../signing/certificates/names.ts";
import { sha256Of } from "../../signing/verify/trust.ts";
import type { CardTool } from "../card/card.ts";
import type { BundleFile, Package } from "../package.ts";
import { readme as readmeOf, trustText } from "../readme.ts";
import { sha256 } from "../sha256.ts";
import { windowsText } from "../text.ts";
import { packageId } from "./nuspec.ts";

/** Gives what Chocolatey asks a package to say of the files in it. */
export function verification({ name, script, version, signer }: Package, install: Uint8Array): Uint8Array {
  const signed = signer
    ? `Both are signed by the certificate with the SHA-256 ${sha256Of(signer)}:
${JSON.stringify(wholeName(signer.subject))}`
    : "They are not signed.";
  return windowsText(`VERIFICATION

portkeep ${version} rendered ${name}.ps1, and made chocolateyInstall.ps1 for it. Their SHA-256, to be compared with
those of Get-FileHash:

${sha256(script)}  ${name}.ps1
${sha256(install)}  chocolateyInstall.ps1

${signed}
`);
}

/** Gives what the card says of Chocolatey. */
export function cardOf({ signer }: Package): CardTool {
  return {
    run: "Chocolatey runs tools/chocolateyInstall.ps1, which checks the script's SHA-256 and runs it with powershell.exe -File.",
    signatures: signer
      ? `Chocolatey runs its install scripts with the policy Bypass, so it asks for no signature. The install script then
does, for the script that it runs: the right signer, and PowerShell with the policy AllSigned.`
      : "Nothing asks for a signature, since there is none.",
  };
}

/** Gives what to do with the bundle, for somebody who never pushed a package. */
export function readme(given: Package): BundleFile {
  const id = packageId(given);
  const text = `${id}.${given.version}.nupkg installs by running the script. It is for a feed of your own, not for the community's.
settings-card.md says what it reserves and why, with its hash, signer, parameters and exit codes.

${trustText(given)}

The package itself has no signature, only the scripts in it.

## Try it

On one server, as an administrator, in the folder of the package:

    choco install ${id} --source . --yes

## Put it into a feed

    choco push ${id}.${given.version}.nupkg --source https://feed.example.com/ --api-key KEY

Then \`choco install ${id}\`, or however you install from that feed. A script with other ports has another name as
portkeep renders it, and so becomes another package. Where it has the same name and version, add \`--force\`.

## What Chocolatey shows

| exit code | meaning |
|---|---|
| 0 | the ports are reserved; where the result says "restart":"dns", after a restart of the DNS Server |
| 3010 | the ports are reserved after the next restart of the machine |
| 1641 | a restart was started |
| any other | failed, or did not run; nothing was changed, or the old value was put back |

A failure says why, and "did not run" where there was no result, the JSON object in the last line of the script.

## To undo it

\`choco uninstall\` removes the package and leaves the ports reserved. Run the script with \`-Action Restore\` first, from
C:\\ProgramData\\chocolatey\\lib\\${id}\\tools: that brings back what stood before the first run.
`;
  return readmeOf(given, { tool: "package for Chocolatey", text });
}
