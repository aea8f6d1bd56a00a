import type { Catalog, CatalogCopy, CatalogScript } from "../fleet/catalog.ts";
import { splitBlock } from "../script/signature-block.ts";

/**
 * What the page knows of the ready-made set when it opens. A page that is opened as a file can read no JSON and no
 * script's bytes, so both come as classic scripts: this one in `catalog.js`, and an entry for each script.
 */
export interface Index {
  schema: 1;
  version: string;
  /** What changed in that version, as Markdown. */
  changes: string;
  /** The id of the script for each settings id. */
  scripts: Record<string, string>;
}

/** All about one script, in `scripts/<id>/entry.js`. */
export interface Entry extends CatalogScript {
  copies: SignedCopy[];
}

export interface SignedCopy extends CatalogCopy {
  /** What signing added to the rendered script, at its end. */
  signature: string;
}

declare global {
  var portkeepCatalog: unknown;
  var portkeepEntry: ((entry: Entry) => void) | undefined;
}

/** Gives the path of a script's entry. */
export function entryPath(id: string): string {
  return `scripts/${id}/entry.js`;
}

/** Gives the text of `catalog.js`. */
export function indexScript({ version, changes, scripts }: Catalog): string {
  const ids = Object.fromEntries(scripts.map(({ settingsId, id }) => [settingsId, id]));
  const index: Index = { schema: 1, version, changes, scripts: ids };
  return `globalThis.portkeepCatalog = ${JSON.stringify(index)};\n`;
}

/** Gives the text of a script's entry; `signed` are the bytes of its copies, in their order. */
export function entryScript(script: CatalogScript, signed: readonly Uint8Array[]): string {
  const copies = script.copies.map((copy, index) => ({ ...copy, signature: signatureOf(signed[index]) }));
  const entry: Entry = { ...script, copies };
  return `globalThis.portkeepEntry(${JSON.stringify(entry)});\n`;
}

function signatureOf(signed: Uint8Array | undefined): string {
  const text = new TextDecoder("latin1").decode(signed);
  return splitBlock(text).block ?? "";
}

/** Gives the index that came with the page, or null where there is none. */
export function givenIndex(): Index | null {
  const given = globalThis.portkeepCatalog as Index | null | undefined;
  return given?.schema === 1 ? given : null;
}

/** Says whether a path stays in the page's own folder, and so is fit for a link. */
export function isOwnPath(path: string): boolean {
  return /^\w[\w.-]*(\/\w[\w.-]*)*$/.test(path);
}
