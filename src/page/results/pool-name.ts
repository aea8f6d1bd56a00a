import type { ServerPool } from "../pools.ts";
import { shown } from "../shown.ts";
import type { Texts } from "../texts/texts.ts";

/** Gives the server that a pool is of. */
export function poolName({ computer, sinceVista, maxUserPort }: ServerPool, { results }: Texts): string {
  const { pools } = results;
  if (computer !== null) return pools.ofComputer(shown(computer, 30));
  if (sinceVista) return pools.sinceVista;
  return maxUserPort === null ? pools.noMaxUserPort : pools.maxUserPort(maxUserPort);
}
