import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import type { Issued } from "../../pki.ts";

/** Makes a PFX with a key and its chain by `openssl pkcs12 -export`; the password goes through a file. */
export async function makePfx(
  issued: Issued,
  password: string | Buffer,
  options: string[] = [],
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-pfx-"));
  const file = (name: string) => join(folder, name);
  try {
    writeFileSync(file("password"), Buffer.concat([Buffer.from(password as string), Buffer.from("\n")]));
    await execa("openssl", [
      ...["pkcs12", "-export", "-inkey", issued.keyFile, "-in", issued.chainFile],
      ...["-out", file("pfx"), "-passout", `file:${file("password")}`, ...options],
    ]);
    return readFileSync(file("pfx"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes a PFX in which nothing is encrypted, and that has no MAC. */
export function makeOpenPfx(issued: Issued): Promise<Buffer> {
  return makePfx(issued, "", ["-keypbe", "NONE", "-certpbe", "NONE", "-nomac"]);
}

/** Gives the certificates of a PEM, each as Node.js writes it. */
export function pemsIn(text: string): string[] {
  return text.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----\n/g) ?? [];
}
