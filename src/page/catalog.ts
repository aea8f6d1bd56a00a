import type { Catalog, CatalogScript } from "../fleet/catalog.ts";

declare global {
  /** What the script beside the page leaves, before the page starts. */
  var portkeepCatalog: unknown;
}

/** Gives the text of that script: a page that is opened as a file cannot read catalog.json itself. */
export function catalogScript(catalog: Catalog): string {
  return `globalThis.portkeepCatalog = ${JSON.stringify(catalog)};\n`;
}

/** Gives the ready-made set that came with the page, or null where there is none. */
export function givenCatalog(): Catalog | null {
  const given = globalThis.portkeepCatalog as Catalog | null | undefined;
  return given?.schema === 1 ? given : null;
}

/** Gives the ready-made script that was these bytes, by their SHA-256, before it was signed. */
export function findScript(catalog: Catalog | null, id: string): CatalogScript | null {
  return catalog?.scripts.find((script) => script.id === id) ?? null;
}

/** Says whether a path stays in the page's own folder, and so is fit for a link. */
export function isOwnPath(path: string): boolean {
  return /^\w[\w.-]*(\/\w[\w.-]*)*$/.test(path);
}
