import { openSites } from "../../../src/cli/build/sites.ts";
import { PortkeepError } from "../../../src/errors.ts";
import type { Site } from "../../../src/fleet/site.ts";
import { captured } from "../console.ts";

/** Gives the sites that the reader of build finds in a file. */
export async function sitesIn(file: string): Promise<Partial<Site>[]> {
  const { source } = await openSites(file, undefined, captured("/").io);
  const sites: Partial<Site>[] = [];
  for await (const entries of source) {
    for (const entry of entries) {
      if (entry instanceof PortkeepError) throw entry;
      sites.push(entry.document().value as Partial<Site>);
    }
  }
  return sites;
}
