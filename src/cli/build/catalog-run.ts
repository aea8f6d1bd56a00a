import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import changelog from "../../../CHANGELOG.md?raw";
import { version } from "../../../package.json";
import { writeFileAtomic } from "../../files/write.ts";
import { catalogSites, siteSource } from "../../fleet/catalog-sites.ts";
import { makeCatalog } from "../../fleet/make-catalog.ts";
import type { Site } from "../../fleet/site.ts";
import { entryPath, entryScript, indexScript } from "../../page/catalog.ts";
import { builtInTable } from "../../table/table.ts";
import type { Session } from "../io.ts";
import { oneOf } from "../options.ts";
import type { SigningChoice } from "../sign/options.ts";
import { pageFiles } from "./page-files.ts";
import { type Built, buildFrom } from "./run.ts";

export interface CatalogChoice {
  output: string;
  targets: readonly string[];
  /** Ids of the systems whose scripts to make, `any` for those of any system; all where there is none. */
  systems: readonly string[];
  choice: SigningChoice;
}

/** Builds the ready-made set, and what the download page reads of it. Throws `value-not-allowed`, and what building throws. */
export async function runCatalog(
  { output, systems, ...given }: CatalogChoice,
  session: Session,
): Promise<Built> {
  const sites = sitesFor(systems);
  const file = "catalog";
  const list = { file, source: siteSource(sites, file), progress: (read: number) => read / sites.length };
  const built = await buildFrom(list, { ...given, output, strict: true, defaults: {} }, session);
  const folder = resolve(session.io.cwd, output);
  const { scripts } = built.fleet;
  const catalog = await makeCatalog({ folder, version, changes: changesOf(version), sites, scripts });
  const write = (path: string, content: string | Uint8Array) =>
    writeFileAtomic(join(folder, path), Buffer.from(content));
  for (const script of catalog.scripts) {
    const signed = await Promise.all(script.copies.map(({ path }) => readFile(join(folder, path))));
    await write(entryPath(script.id), entryScript(script, signed));
  }
  for (const [name, bytes] of await pageFiles()) await write(name, bytes);
  // What names the others comes last.
  await write("catalog.js", indexScript(catalog));
  await write("catalog.json", `${JSON.stringify(catalog, null, 1)}\n`);
  return { ...built, page: "index.html" };
}

function sitesFor(systems: readonly string[]): Site[] {
  const all = catalogSites(builtInTable);
  const known = [...new Set(all.map(systemOf))];
  const wanted = systems.map(oneOf("--os", known));
  return wanted.length === 0 ? all : all.filter((site) => wanted.includes(systemOf(site)));
}

const systemOf = ({ os = "any" }: Site) => os;

/** Gives what the change log says of a version. */
function changesOf(wanted: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(wanted)) ?? "";
  return section.slice(section.indexOf("\n")).trim();
}
