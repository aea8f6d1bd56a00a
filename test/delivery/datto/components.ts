import { createHash } from "node:crypto";
import { datto } from "../../../src/delivery/datto/bundle.ts";
import type { Package } from "../../../src/delivery/package.ts";
import { fileOf } from "../bundle.ts";
import { unzip } from "../unzip.ts";

/** The files of a component. */
export type Component = Map<string, Buffer>;

export const scriptName = "reserve-ports.ps1";

/** Gives the component of a package, unpacked. */
export async function componentOf(given: Package): Promise<Component> {
  return unzip(fileOf(await datto(given), "reserve-ports.cpt"));
}

/** Gives the component with another text in its launcher. */
function withLauncher(component: Component, change: (text: string) => string): Component {
  const launcher = component.get("command.bat")?.toString() ?? "";
  const other = change(launcher);
  if (other === launcher) throw new Error("the launcher is the same as before");
  return new Map(component).set("command.bat", Buffer.from(other));
}

/** Gives the component with another script, for which its launcher was made. */
export function withScript(component: Component, script: string): Component {
  const hash = createHash("sha256").update(script).digest("hex");
  const other = withLauncher(component, (text) =>
    text.replace(/(?<=Sha256 = ')[0-9a-f]{64}(?=')/, hash).replace("'AllSigned'", "'Bypass'"),
  );
  return other.set(scriptName, Buffer.from(script));
}

/**
 * Gives the component where Windows says this of the signature. Under Wine nothing judges signatures, so what does
 * on Windows has a stand-in, and PowerShell is not told to ask for one.
 */
export function judged(component: Component, status: string, signer: Uint8Array | null): Component {
  const certificate = signer
    ? `[Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificate([Convert]::FromBase64String('${Buffer.from(signer).toString("base64")}'))`
    : "$null";
  const standIn = `function Get-AuthenticodeSignature($FilePath) {
  New-Object PSObject -Property @{ Status = '${status}'; StatusMessage = 'as the test says'; SignerCertificate = ${certificate} }
}
`;
  return withLauncher(component, (text) => standIn + text.replace("'AllSigned'", "'Bypass'"));
}
