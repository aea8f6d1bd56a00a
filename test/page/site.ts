import { X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll } from "vitest";
import { version } from "../../package.json";
import type { Catalog, CatalogCopy, CatalogScript } from "../../src/fleet/catalog.ts";
import { entryPath, entryScript, indexScript } from "../../src/page/catalog.ts";
import type { Choice } from "../../src/plan/choice.ts";
import { fileName } from "../../src/plan/file-name.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { scriptSigner } from "../../src/signing/authenticode/sign.ts";
import { nodeSigner } from "../signing/node-signer.ts";
import { pki } from "../signing/pki.ts";
import { sha256 } from "./sha256.ts";

const { root, signers } = await pki();
export const signer = signers.rsa2048;
export { root };

/** What the catalogue of the tests is made of. */
const choices: Choice[] = [
  { products: ["sbs-2003-standard"] },
  { products: ["sbs-2003-standard"], locale: "nl" },
  { products: ["ias"] },
  { products: ["nps"], os: "windows-server-2019" },
];

const changes = "- `portkeep render`: a script,\n  signed.\n- <b>More</b> of it.";

export interface Site {
  folder: string;
  /** Of the page, as a file. */
  address: string;
  catalog: Catalog;
}

/** Builds the page into a folder that goes with the test file, with a catalogue beside it unless told otherwise. */
export async function makeSite({ empty = false } = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-page-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: "vite.page.config.ts",
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: false },
  });
  const scripts = await Promise.all((empty ? [] : choices).map((choice) => place(choice, folder)));
  const catalog: Catalog = {
    ...{ schema: 1, version, changes, systems: [], products: [], parameters: [], exitCodes: [] },
    scripts,
  };
  if (!empty) writeFileSync(join(folder, "catalog.js"), indexScript(catalog));
  return { folder, address: pathToFileURL(join(folder, "index.html")).href, catalog };
}

/** Renders and signs a script into the folder, and gives what the catalogue says of it. */
async function place(choice: Choice, folder: string): Promise<CatalogScript> {
  const plan = makePlan(choice);
  const { bytes, settingsId } = renderScript(plan, version);
  const id = sha256(bytes);
  const signed = await scriptSigner(nodeSigner(signer), { hash: "sha256" })(bytes);
  const script = {
    ...{ id, settingsId, name: fileName(plan, settingsId), ...plan.recipe },
    ...{ ranges: [], bundles: [] },
    systems: plan.system ? [plan.system.id] : ["windows-server-2003", "windows-server-2022"],
    copies: [copyOf(id, signed)],
  };
  mkdirSync(join(folder, "scripts", id), { recursive: true });
  writeFileSync(join(folder, script.copies[0]?.path ?? ""), signed);
  writeFileSync(join(folder, entryPath(id)), entryScript(script, [signed]));
  return script;
}

function copyOf(id: string, signed: Uint8Array): CatalogCopy {
  const { subject, fingerprint, fingerprint256, validTo } = new X509Certificate(signer.certificatePem);
  const certificate = fingerprint256.replaceAll(":", "").toLowerCase();
  return {
    path: `scripts/${id}/${certificate}.ps1`,
    bytes: signed.length,
    sha256: sha256(signed),
    signer: { subject, sha256: certificate, thumbprint: fingerprint.replaceAll(":", "") },
    hash: "sha256",
    validTo: new Date(validTo).toISOString(),
    timestamp: null,
  };
}

/** Gives the bytes of a file of the site. */
export function bytesAt({ folder }: Site, path: string): Buffer {
  return readFileSync(join(folder, path));
}
