import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { PortkeepError } from "../../src/errors.ts";
import { PortkeepError as Refused } from "../../src/errors.ts";
import { readLines } from "../../src/files/lines.ts";
import { buildFleet, type Fleet, type FleetOptions } from "../../src/fleet/build.ts";
import { csvSites } from "../../src/fleet/csv-sites.ts";
import { documentSites } from "../../src/fleet/document-sites.ts";
import { jsonLineSites } from "../../src/fleet/json-line-sites.ts";
import type { Entry, SiteSource } from "../../src/fleet/source.ts";
import type { ScriptSigner } from "../../src/fleet/store.ts";
import { scriptSigner } from "../../src/signing/authenticode/sign.ts";
import { verifyScript } from "../../src/signing/verify/verify.ts";
import { nodeSigner } from "../signing/node-signer.ts";
import type { Issued } from "../signing/pki.ts";

/** Gives an empty folder that goes with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-fleet-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Gives each file under a folder, by its path with `/`, as its bytes. */
export function filesIn(folder: string): Record<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, Buffer] => [
        file.slice(folder.length + 1).replaceAll("\\", "/"),
        readFileSync(file),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Gives a text's bytes, so many at a time. */
async function* piecesOf(text: string, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a text as a list of sites, in each of the forms. */
export const sources = {
  csv: (text: string, size?: number) => csvSites(readLines(piecesOf(text, size)), "sites.csv"),
  jsonl: (text: string, size?: number) => jsonLineSites(readLines(piecesOf(text, size)), "sites.jsonl"),
  yaml: (text: string) => documentSites(text, "sites.yaml"),
} satisfies Record<string, (text: string) => SiteSource>;

/** Gives all that a list has. */
export async function entriesOf(source: SiteSource): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const batch of source) entries.push(...batch);
  return entries;
}

/** Gives sites as JSON Lines. */
export function linesOf(sites: readonly object[]): string {
  return sites.map((site) => `${JSON.stringify(site)}\n`).join("");
}

/** Builds JSON Lines, unsigned, into a folder, unless told otherwise. */
export function build(
  sites: SiteSource | readonly object[],
  options: Partial<FleetOptions> = {},
): Promise<Fleet> {
  return buildFleet(Array.isArray(sites) ? sources.jsonl(linesOf(sites)) : (sites as SiteSource), {
    file: "sites.jsonl",
    folder: options.folder ?? emptyFolder(),
    signer: null,
    version: "1.0.0",
    targets: [],
    defaults: {},
    strict: false,
    ...options,
  });
}

/** Gives the manifest in a folder, line by line. */
export function manifestIn(folder: string): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, "manifest.jsonl"), "utf8").split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line));
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Gives each fault as its code with its place. */
export function placesOf(faults: readonly PortkeepError[]): unknown[][] {
  return faults.map(({ code, place }) => {
    const { line, column, path } = { line: null, column: null, path: null, ...place };
    return [code, line, column, path];
  });
}

/** A signer that counts, by Node.js' own cryptography. */
export interface CountingSigner extends ScriptSigner {
  /** The SHA-256 of each text that was signed, in order. */
  signed: string[];
}

/** Gives a signer; `fingerprint` says whether its certificate is known before. */
export function countingSigner(issued: Issued, { isKnown = true } = {}): CountingSigner {
  const certificate = new X509Certificate(issued.certificatePem);
  const sign = scriptSigner(nodeSigner(issued), { hash: "sha256" });
  const signed: string[] = [];
  return {
    signed,
    concurrency: 8,
    fingerprint: isKnown ? sha256(certificate.raw) : null,
    async sign(script) {
      signed.push(sha256(script));
      return sign(script);
    },
    check(script, bytes) {
      const judged = { roots: [], signer: sha256(certificate.raw), integrityOnly: false, allowSha1: false };
      const { findings, signer } = verifyScript(bytes, { ...judged, now: new Date() });
      const isSame = Buffer.compare(script, bytes.subarray(0, script.length)) === 0;
      if (!signer || findings.length > 0 || !isSame) throw new Refused("signed-otherwise", { findings: [] });
      return signer;
    },
  };
}
