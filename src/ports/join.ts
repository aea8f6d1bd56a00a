import type { PortRange } from "./range.ts";

/** Gives the fewest ranges that hold the same ports, ascending: overlapping and neighbouring ones become one. */
export function joinRanges(ranges: readonly PortRange[]): PortRange[] {
  const joined: PortRange[] = [];
  for (const { low, high } of ranges.toSorted((a, b) => a.low - b.low)) {
    const last = joined.at(-1);
    if (last && low <= last.high + 1) last.high = Math.max(last.high, high);
    else joined.push({ low, high });
  }
  return joined;
}

/** Gives the number of distinct ports in the ranges. */
export function portCount(ranges: readonly PortRange[]): number {
  return joinRanges(ranges).reduce((count, { low, high }) => count + high - low + 1, 0);
}
