import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect } from "vitest";
import { buildChain } from "../../../src/signing/certificates/chain.ts";
import { codeSigning, timeStamping } from "../../../src/signing/certificates/usage.ts";
import { type CertificateOptions, type Issued, issue, makeRoot } from "../pki.ts";

export const serverAuth = "1.3.6.1.5.5.7.3.1";

/** A leaf, and what is at hand to judge it. */
export interface Material {
  leaf: Issued;
  others?: Issued[];
  roots?: Issued[];
  /** 2025 where nothing is said; certificates without days of their own are valid from 2020 to 2049. */
  at?: string;
  usage?: string;
}

export interface Verdict {
  /** `code@index` of each fault. */
  faults?: string[];
  /** The places of certificates signed by SHA-1. */
  notes?: number[];
  length: number;
  /** Why openssl says otherwise, where it does. */
  differs?: string;
}

/** Makes the certificate of an authority. */
export function authority(parent: Issued, options: CertificateOptions = {}): Promise<Issued> {
  return issue(parent, { name: "Intermediate", ca: true, ...options });
}

/** Makes a root, an authority with these extensions, and a leaf under it. */
export async function under(extensions: Record<string, string | null>, options: CertificateOptions = {}) {
  const root = await makeRoot();
  const between = await authority(root, { extensions });
  return { leaf: await issue(between, options), others: [between], roots: [root] };
}

/** Expects this verdict from portkeep, and the same yes or no from `openssl verify`. */
export async function expectVerdict(material: Material, verdict: Verdict): Promise<void> {
  const { faults = [], notes = [], length, differs } = verdict;
  const chain = buildChain({
    leaf: read(material.leaf),
    others: (material.others ?? []).map(read),
    roots: (material.roots ?? []).map(read),
    at: timeOf(material),
    usage: material.usage ?? codeSigning,
  });
  expect({
    faults: chain.faults.map(({ code, index }) => `${code}@${index}`),
    notes: chain.notes.map(({ index }) => index),
    length: chain.path.length,
  }).toEqual({ faults, notes, length });
  const accepted = await opensslAccepts(material, notes.length > 0);
  expect(accepted, differs).toBe(differs === undefined ? faults.length === 0 : faults.length > 0);
}

export function read({ certificatePem }: Issued): X509Certificate {
  return new X509Certificate(certificatePem);
}

async function opensslAccepts(material: Material, sha1: boolean): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-chain-"));
  const file = (name: string, all: Issued[] = []) => {
    const path = join(folder, name);
    writeFileSync(path, all.map(({ certificatePem }) => certificatePem).join(""));
    return all.length > 0 ? [`-${name}`, path] : [];
  };
  const purpose = purposes[material.usage ?? codeSigning] ?? "any";
  const { exitCode } = await execa(
    "openssl",
    [
      ...["verify", "-no-CApath", "-no-CAstore", ...(material.roots?.length ? [] : ["-no-CAfile"])],
      ...[...file("CAfile", material.roots), ...file("untrusted", material.others)],
      ...["-partial_chain", "-purpose", purpose, "-auth_level", sha1 ? "0" : "1"],
      ...["-attime", String(timeOf(material).getTime() / 1000), material.leaf.certificateFile],
    ],
    { reject: false },
  );
  rmSync(folder, { recursive: true });
  return exitCode === 0;
}

// openssl 3.0 knows no purpose of code signing.
const purposes: Record<string, string> = { [timeStamping]: "timestampsign", [serverAuth]: "sslserver" };

function timeOf({ at = "2025-01-01T00:00:00Z" }: Material): Date {
  return new Date(at);
}
