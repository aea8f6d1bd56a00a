import type { Stop } from "../rig/wire.ts";
import { isFull } from "./sample.ts";

/** What reaches the disk, the registry or another program: the moments before and after each are the ones to try. */
const isDeed = ({ text }: Stop) =>
  /SetValue|DeleteValue|\.Flush\(|\]::Move\(|\]::Start\(|\.Write\(|\]::Delete\(|CreateDirectory|AppendAllText|FileStream|\.Close\(/.test(
    text,
  );

/** The deeds that decide what the next run finds. */
export const isStep = ({ text }: Stop): boolean => /SetValue|DeleteValue|Flush|Move/.test(text);

/**
 * Chooses among the statements that a run executed, in their order, those to kill it before: all next to a deed
 * once the lock is taken, and about as many of the others as are asked for. With PORTKEEP_FULL=1 the others are
 * all: each statement anew after each deed, since in between it finds and leaves the same world.
 */
export function choosePoints(stops: readonly Stop[], others: number): Stop[] {
  const lock = mustFind(stops, "\\lock");
  const isLate = ({ n }: Stop) => n > lock.n;
  const deeds = stops.filter((stop, i) => isLate(stop) && (isDeed(stop) || isDeed(stops[i - 1] as Stop)));
  if (others === 0) return deeds;
  if (isFull) return distinct(stops, ({ n }) => deeds.filter((stop) => stop.n <= n).length);
  const places = distinct(stops, () => 0);
  // Before the lock a run only looks: one in ten of these will do.
  const early = spread(
    places.filter((stop) => !isLate(stop)),
    others / 10,
  );
  const late = spread(places.filter(isLate), others);
  return [...new Set([...deeds, ...early, ...late])].sort((a, b) => a.n - b.n);
}

/** Gives the first of these statements that holds a piece of text. */
export function mustFind(stops: readonly Stop[], piece: string): Stop {
  const found = stops.find(({ text }) => text.includes(piece));
  if (!found) throw new Error(`no statement that ran holds ${piece}`);
  return found;
}

function distinct(stops: readonly Stop[], part: (stop: Stop) => number): Stop[] {
  const firsts = new Map<string, Stop>();
  for (const stop of stops) {
    const place = `${part(stop)}:${stop.line}:${stop.column}`;
    if (!firsts.has(place)) firsts.set(place, stop);
  }
  return [...firsts.values()];
}

function spread(stops: Stop[], count: number): Stop[] {
  const step = Math.max(1, stops.length / count);
  return stops.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
