import type { PortRange } from "../../ports/range.ts";

/** A range's name beside its place on the axis. */
export interface Flag {
  range: PortRange;
  text: string;
  /** Counted from the top. */
  lane: number;
  /** To which side of its place the text runs. */
  side: "left" | "right";
}

/** How much of the axis a character takes where the page is narrow, in ports. */
const character = 65_536 * (7 / 320);
const middle = 65_536 * 0.42;
const most = 24;

/**
 * Gives the flags of ascending ranges, so that no text covers another, nor the line from another one down to the
 * axis. Where there are very many, the last ones have none.
 */
export function flagsOf(ranges: readonly PortRange[], name: (range: PortRange) => string): Flag[] {
  const shown = ranges.slice(0, most).map((range) => ({ range, text: name(range) }));
  const low = lanesOf(
    shown.filter(({ range }) => range.low < middle),
    "right",
    0,
  );
  const below = 1 + Math.max(-1, ...low.map(({ lane }) => lane));
  return [...low, ...lanesOf(shown.filter(({ range }) => range.low >= middle).reverse(), "left", below)];
}

function lanesOf(named: readonly Pick<Flag, "range" | "text">[], side: Flag["side"], first: number): Flag[] {
  // How far the text of each lane reaches, away from the side at which its flags stand.
  const reach: number[] = [];
  return named.map(({ range, text }) => {
    const place = side === "right" ? range.low : -range.low;
    const lane = 1 + reach.findLastIndex((end) => end > place);
    reach[lane] = place + (text.length + 2) * character;
    return { range, text, lane: first + lane, side };
  });
}
