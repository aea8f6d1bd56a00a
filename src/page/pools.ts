import type { PlannedRange } from "../plan/ranges.ts";
import { oddsOfLosing, usualDraws } from "../risk/odds.ts";
import { type Pool, portsIn, sizeOf, usualPools } from "../risk/pool.ts";
import type { System } from "../table/table.ts";
import type { Report } from "./report.ts";

/** A pool that the DNS Server of some server draws from. */
export interface ServerPool extends Pool {
  draws: number;
  /** The computer whose report told it, or null for a pool to expect. */
  computer: string | null;
}

/** Gives the pools to show: that of the machine that reported, else those to expect on the system, or on any. */
export function poolsFor(system: System | null, report: Report | null): ServerPool[] {
  if (report?.pool) {
    return [{ ...report.pool, maxUserPort: null, sinceVista: false, computer: report.computer }];
  }
  return usualPools
    .filter(({ sinceVista }) => !system || sinceVista === Number(system.version) >= 6)
    .map((pool) => ({ ...pool, draws: usualDraws, computer: null }));
}

/** Gives the chance that one start of the DNS Server takes a port of these ranges. */
export function oddsFor(ranges: readonly PlannedRange[], pool: ServerPool): number {
  const ports = ranges.reduce((sum, range) => sum + portsIn(pool, range), 0);
  return oddsOfLosing(ports, sizeOf(pool), pool.draws);
}
