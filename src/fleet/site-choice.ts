import { PortkeepError } from "../errors.ts";
import type { Choice } from "../plan/choice.ts";
import { settleSystem } from "../plan/system.ts";
import { builtInTable, withOwnTable } from "../table/table.ts";
import type { Site } from "./site.ts";

/** What of a choice a list of sites leaves open. */
export type Defaults = Pick<Choice, "locale" | "table" | "allowWide">;

/**
 * Gives what a site chooses. Throws `site-without-choice`, `site-without-powershell`, and what settling its system
 * throws; all else is for `makePlan` to judge.
 */
export function siteChoice({ site: _, ...given }: Site, defaults: Defaults): Choice {
  const { products = [], ports = [] } = given;
  if (products.length + ports.length === 0) throw new PortkeepError("site-without-choice", {});
  const system = settleSystem(given, withOwnTable(builtInTable, defaults.table));
  // By itself such a system gets a VBScript, which a fleet has no place for.
  if (system && !system.powershell) throw new PortkeepError("site-without-powershell", { name: system.name });
  return { ...defaults, ...given };
}
