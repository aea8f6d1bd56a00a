import type { PortRange } from "../ports/range.ts";

/** The ports that the DNS Server draws from at its start. */
export interface Pool extends PortRange {
  /** The registry value that opens it, null without one. Since Vista it means something else. */
  maxUserPort: number | null;
  /** Whether it is that of Windows Server 2008 and later. */
  sinceVista: boolean;
}

const defaultPool: PortRange = { low: 49152, high: 65535 };

/** Gives the pool on Windows Server 2003 and older, null being no MaxUserPort (MS08-037). */
export function poolOf(maxUserPort: number | null): Pool {
  const range = maxUserPort === null ? defaultPool : { low: 1024, high: maxUserPort };
  return { ...range, maxUserPort, sinceVista: false };
}

/** The pools to expect: without MaxUserPort, with each value that the article knows, and on Windows as it is today. */
export const usualPools: readonly Pool[] = [
  poolOf(null),
  poolOf(60000),
  poolOf(65535),
  { ...defaultPool, maxUserPort: null, sinceVista: true },
];

/** Gives how many ports of a range lie in a pool. */
export function portsIn(pool: Pool, { low, high }: PortRange): number {
  return Math.max(0, Math.min(high, pool.high) - Math.max(low, pool.low) + 1);
}

/** Gives how many ports a pool has. */
export function sizeOf(pool: Pool): number {
  return portsIn(pool, pool);
}
