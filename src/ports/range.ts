import { PortkeepError } from "../errors.ts";

/** An unbroken run of ports; both ends belong to it. */
export interface PortRange {
  low: number;
  high: number;
}

const highestPort = 65535;
/** No dynamic pool reaches below it. */
export const lowestPoolPort = 1025;

/** Gives the range that `n` or `n-m` names, 1 to 65535. Throws `port-not-a-range`, `port-too-high`, `port-zero`, `port-reversed`. */
export function parseRange(text: string): PortRange {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text.trim());
  if (!match?.[1]) throw new PortkeepError("port-not-a-range", { text });
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  if (low > highestPort || high > highestPort) throw new PortkeepError("port-too-high", { text });
  if (low === 0) throw new PortkeepError("port-zero", { text });
  if (low > high) throw new PortkeepError("port-reversed", { text, low, high });
  return { low, high };
}

/** Gives a range that some dynamic pool can reach, 1025 to 65535. Throws as `parseRange` does, and `port-below-pool`. */
export function parsePoolRange(text: string): PortRange {
  const range = parseRange(text);
  if (range.low < lowestPoolPort)
    throw new PortkeepError("port-below-pool", { text, lowest: lowestPoolPort });
  return range;
}

/** Gives `low-high`, also for a single port, the form that the registry value asks for. */
export function formatRange({ low, high }: PortRange): string {
  return `${low}-${high}`;
}
