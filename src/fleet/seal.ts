import { unsigned } from "../signing/authenticode/sign.ts";

/** What vouches for a manifest. */
export interface Seal {
  /** Of the manifest's bytes, in lower-case hexadecimal digits. */
  sha256: string;
  /** Higher with each manifest of a folder that differs from the one before. */
  serial: number;
  sites: number;
  scripts: number;
}

export const manifestName = "manifest.jsonl";
export const sealName = "manifest.ps1";

/**
 * Gives a seal as a script that does nothing but give these values, so that whatever signs scripts can sign it, and
 * PowerShell itself can judge the signature. The same seal gives the same text.
 */
export function sealText({ sha256, serial, sites, scripts }: Seal): string {
  const lines = [
    "# Vouches for the file manifest.jsonl beside it. Check with: portkeep verify manifest.ps1",
    "@{",
    `  Manifest = '${manifestName}'`,
    `  Sha256 = '${sha256}'`,
    `  Serial = ${serial}`,
    `  Sites = ${sites}`,
    `  Scripts = ${scripts}`,
    "}",
    "",
  ];
  return lines.join("\r\n");
}

/**
 * Gives the seal in a file, signed or not, whose signature is not judged here; null for any other file. Its line ends
 * may have become others, as Git does it.
 */
export function sealIn(bytes: Uint8Array): Seal | null {
  const text = withLf(textOf(bytes));
  const number = (name: string) => Number(new RegExp(`^  ${name} = (\\d{1,15})$`, "m").exec(text)?.[1]);
  const seal = {
    sha256: /^ {2}Sha256 = '([0-9a-f]{64})'$/m.exec(text)?.[1] ?? "",
    serial: number("Serial"),
    sites: number("Sites"),
    scripts: number("Scripts"),
  };
  return withLf(sealText(seal)) === text ? seal : null;
}

const withLf = (text: string) => text.replaceAll("\r\n", "\n");

function textOf(bytes: Uint8Array): string {
  try {
    return unsigned(bytes).text;
  } catch {
    // Something that no signature is for is no seal either.
    return "";
  }
}
