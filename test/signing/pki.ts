import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { locked } from "../rig/lock.ts";
import { rigFolder } from "../rig/places.ts";
import { type Issued, issue, makeRoot } from "./certificates.ts";

export { type CertificateOptions, type Issued, issue, type KeyKind, makeRoot } from "./certificates.ts";

export const keyKinds = ["rsa2048", "rsa3072", "rsa4096", "p256", "p384"] as const;

export interface Pki {
  root: Issued;
  intermediate: Issued;
  /** A code-signing certificate for each kind of key, issued by the intermediate. */
  signers: Record<(typeof keyKinds)[number], Issued>;
  /** A root of their own, as timestamp authorities have. */
  timestampRoot: Issued;
  timestampAuthority: Issued;
}

let loaded: Promise<Pki> | undefined;

/**
 * Gives the usual hierarchy, valid from 2020 to 2049, made once for all workers. RSA keys take seconds: await it
 * at the top level of a test file, where no time limit runs.
 */
export function pki(): Promise<Pki> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pki> {
  const folder = join(rigFolder, `pki-${sourceId()}`);
  const file = join(folder, "pki.json");
  await locked(join(rigFolder, "pki.lock"), async () => {
    if (!existsSync(file)) {
      removeAll();
      mkdirSync(folder);
      const made = JSON.stringify(await makePki(folder));
      writeFileSync(`${file}.new`, made);
      renameSync(`${file}.new`, file);
    }
  });
  return JSON.parse(readFileSync(file, "utf8"));
}

async function makePki(folder: string): Promise<Pki> {
  const root = await makeRoot({ key: "rsa2048", folder });
  const intermediate = await issue(root, { name: "Test Intermediate", key: "rsa2048", ca: true, folder });
  const signers = await Promise.all(
    keyKinds.map(async (key) => [
      key,
      await issue(intermediate, { name: `Test Signer ${key}`, key, folder }),
    ]),
  );
  const timestampRoot = await makeRoot({ name: "Test Timestamp Root", key: "rsa2048", folder });
  const timestampAuthority = await issue(timestampRoot, {
    name: "Test Timestamp Authority",
    key: "rsa2048",
    usage: "timeStamping",
    folder,
  });
  return { root, intermediate, signers: Object.fromEntries(signers), timestampRoot, timestampAuthority };
}

// A change of what is made makes it anew.
function sourceId(): string {
  const hash = createHash("sha256");
  for (const file of ["pki.ts", "certificates.ts"]) {
    hash.update(readFileSync(join(import.meta.dirname, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

function removeAll(): void {
  for (const name of readdirSync(rigFolder).filter((entry) => entry.startsWith("pki-"))) {
    rmSync(join(rigFolder, name), { recursive: true, force: true });
  }
}
