import { PortkeepError } from "../errors.ts";
import { parseDocument } from "../files/document.ts";
import type { Entry, SiteSource } from "./source.ts";

/** What is read whole takes memory and time by its size, and a YAML file can be slow to read. */
const mostSites = 10_000;
export const largestDocument = 4_000_000;

/** Gives the sites of a YAML or JSON text: a list. Throws `sites-too-many`, `wrong-type`, and what `parseDocument` throws. */
export async function* documentSites(text: string, file: string): SiteSource {
  const document = parseDocument(text, file);
  const { value: sites } = document;
  if (!Array.isArray(sites)) {
    const found = typeof sites === "object" && sites !== null ? "map" : "text";
    throw new PortkeepError("wrong-type", { wanted: "list", found }, document.placeOf([]));
  }
  if (sites.length > mostSites) throw tooManySites(file);
  yield sites.map((value: unknown, where): Entry => {
    const { site, ...choice } = (typeof value === "object" && value ? value : {}) as Record<string, unknown>;
    return {
      where,
      // Nothing is looked up for a site that is in order.
      lineOf: (index) => document.placeOf([index]).line ?? 1,
      site,
      choice: JSON.stringify(choice),
      document: () => ({
        value,
        placeOf: (path, what) => document.placeOf([where, ...path], what),
      }),
    };
  });
}

/** Gives the error for a list that is too long to be read whole. */
export function tooManySites(file: string): PortkeepError {
  return new PortkeepError("sites-too-many", { limit: mostSites, limitBytes: largestDocument }, { file });
}
