import type { PortkeepError } from "../errors.ts";
import type { SourceDocument } from "../files/document.ts";

/** A site as it stands in a list, of which nothing is believed yet. */
export interface Row {
  /** Where it stands: a number of the list's own, from which `lineOf` makes the number of a line. */
  where: number;
  lineOf(where: number): number;
  site: unknown;
  /** A text that is the same in rows with the same choice; equal choices may have several. */
  choice: string;
  /** Gives all of it as values with their places, wherever the list holds them. Throws what is wrong with its form. */
  document(): SourceDocument;
}

/** What stands in a list of sites, in its order: sites, and what cannot be read as one. */
export type Entry = Row | PortkeepError;

/** Sites from any kind of list, as many at a time as came at once. */
export type SiteSource = AsyncIterable<Entry[]>;
