import { PortkeepError } from "../errors.ts";
import { checkDocument } from "../files/check.ts";
import type { FleetScripts } from "./fleet-scripts.ts";
import { keyOfError, type SiteKey, siteSchema } from "./site.ts";
import { type Defaults, siteChoice } from "./site-choice.ts";
import { SiteList } from "./site-list.ts";
import type { Row, SiteSource } from "./source.ts";
import { takeId } from "./take-id.ts";

export interface ReadOptions {
  scripts: FleetScripts;
  defaults: Defaults;
  /** Whether one bad site stops all. */
  strict: boolean;
  /** Is told how many sites were read, from time to time. */
  onSites?: ((sites: number) => void) | undefined;
}

/** The sites of a list that was read to its end. */
export interface FleetSites {
  sites: SiteList;
  /** How many of them have a script, and how many entries of the list are no good site. */
  good: number;
  failed: number;
  /** What is wrong with them, as far as it can be told to a person, and of how many it is not. */
  faults: PortkeepError[];
  untold: number;
  /** Gives the line of a site by its number. */
  lineAt(index: number): number;
}

/** After how many faults they are only counted. */
export const mostFaults = 100;

/** Reads sites and starts their scripts. Throws, where that is asked for, what is wrong with the first bad one. */
export async function readFleet(source: SiteSource, options: ReadOptions): Promise<FleetSites> {
  const { scripts, strict, onSites } = options;
  const sites = new SiteList();
  const faults: PortkeepError[] = [];
  const byChoice = new Map<string, number>();
  let [good, failed, untold] = [0, 0, 0];
  let lineOf: Row["lineOf"] = (where) => where;
  for await (const entries of source) {
    for (const entry of entries) {
      if (scripts.isBusy) await scripts.room();
      try {
        if (entry instanceof PortkeepError) throw entry;
        lineOf = entry.lineOf;
        addSite(entry, { sites, byChoice, ...options });
        good++;
      } catch (error) {
        if (strict || !isFault(error)) throw error;
        failed++;
        if (faults.length < mostFaults) faults.push(...faultsIn(error));
        else untold++;
      }
    }
    onSites?.(sites.length);
    await scripts.room();
  }
  return { sites, good, failed, faults, untold, lineAt: (index) => lineOf(sites.whereAt(index)) };
}

interface Context extends ReadOptions {
  sites: SiteList;
  /** The number of the script for each choice that has one. */
  byChoice: Map<string, number>;
}

function addSite(row: Row, context: Context): void {
  const { site: id } = row;
  if (typeof id === "string") {
    const take = () => takeId(context.sites, id, row);
    placed(row, () => "site", take);
  }
  context.sites.setScript(scriptOf(row, context));
}

/** Gives the number of the script for a row. Throws where its form is not that of a site, or no script can serve it. */
function scriptOf(row: Row, { byChoice, scripts, defaults }: Context): number {
  const known = typeof row.site === "string" ? byChoice.get(row.choice) : undefined;
  if (known !== undefined) return known;
  const document = row.document();
  const site = checkDocument(document, siteSchema);
  const keyOf = ({ code }: PortkeepError) => keyOfError(code, site);
  const number = placed(row, keyOf, () => scripts.numberOf(siteChoice(site, defaults)));
  byChoice.set(row.choice, number);
  return number;
}

/** Does work whose error is due to a key of a row. */
function placed<Result>(row: Row, keyOf: (error: PortkeepError) => SiteKey, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof PortkeepError) error.place ??= row.document().placeOf([keyOf(error)]);
    throw error;
  }
}

function isFault(error: unknown): error is PortkeepError | AggregateError {
  return error instanceof PortkeepError || error instanceof AggregateError;
}

function faultsIn(error: PortkeepError | AggregateError): PortkeepError[] {
  return error instanceof AggregateError ? error.errors : [error];
}
