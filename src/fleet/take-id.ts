import { PortkeepError } from "../errors.ts";
import { checkSiteId } from "./site.ts";
import type { SiteList } from "./site-list.ts";

/** Where a site stands in its list, and how to find the line of another one; null for one that has no line yet. */
interface Standing {
  where: number;
  lineOf(where: number): number | null;
}

/** Adds a site's id to those of a list. Throws `site-id-form`, `site-id-device`, `site-id-taken`. */
export function takeId(sites: SiteList, id: string, standing: Standing): void {
  checkSiteId(id);
  const taken = sites.add(id, standing.where);
  if (taken) throw new PortkeepError("site-id-taken", { id, line: standing.lineOf(taken.where) });
}
