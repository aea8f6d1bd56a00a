import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The names of all pages, such as `tools/datto.md`, in docs. */
export const pages = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".md"))
  .sort();

/** Gives the text of a page. */
export function textOf(page: string): string {
  return readFileSync(join(root, "docs", page), "utf8");
}

/** Gives what a page shows of one kind, such as `sh` or, where none is named, "", block after block. */
export function blocksOf(page: string, kind: string): string[] {
  const blocks = textOf(page).matchAll(/^```(\w*)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, named, block = ""]) => (named === kind ? [block] : []));
}

/** Gives the pages that show something of a kind. */
export function pagesWith(kind: string): string[] {
  return pages.filter((page) => blocksOf(page, kind).length > 0);
}
