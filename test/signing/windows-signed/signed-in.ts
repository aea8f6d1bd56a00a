import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface SignedScript {
  /** Its path within the folder. */
  name: string;
  bytes: Buffer;
}

/** Gives the signed scripts in a folder and those below it. */
export function signedIn(folder: string): SignedScript[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ps1|psm1|psd1)$/i.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .filter(({ bytes }) =>
      bytes.toString("latin1").replaceAll("\0", "").includes("# SIG # Begin signature block"),
    );
}

/** Copies the signed scripts of one folder into another, by the same names. */
export function keepSigned(from: string, to: string): void {
  for (const { name } of signedIn(from)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    copyFileSync(join(from, name), join(to, name));
  }
}
