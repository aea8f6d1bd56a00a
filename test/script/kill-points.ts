import type { Stop } from "../rig/wire.ts";

/** What reaches the disk, the registry or another program: the moments before and after each are the ones to try. */
const deed =
  /SetValue|DeleteValue|\.Flush\(|\]::Move\(|\]::Start\(|\.Write\(|\]::Delete\(|CreateDirectory|AppendAllText|FileStream|\.Close\(/;

/** The deeds that decide what the next run finds. */
export const isStep = ({ text }: Stop): boolean => /SetValue|DeleteValue|Flush|Move/.test(text);

const everyStatement = process.env.PORTKEEP_FULL === "1";

/**
 * Chooses among the statements that a run executed, in their order, those to kill it before: with
 * PORTKEEP_FULL=1 every one; else all next to a deed, and from the others about as many as are asked for.
 */
export function choosePoints(stops: readonly Stop[], others: number): Stop[] {
  if (everyStatement) return [...stops];
  const lock = stops.findIndex(({ text }) => text.includes("\\lock"));
  if (lock === -1) throw new Error("no statement of the script opens the lock");
  const begun = stops.slice(lock);
  const deeds = begun.filter(
    (stop, index) => deed.test(stop.text) || deed.test(begun[index - 1]?.text ?? ""),
  );
  const places = new Map([...stops].reverse().map((stop) => [`${stop.line}:${stop.column}`, stop]));
  // Before the lock a run only looks: one in ten of these will do.
  const early = [...places.values()].filter(({ n }) => n <= lock);
  const late = [...places.values()].filter(({ n }) => n > lock);
  const chosen = [...deeds, ...spread(late, others), ...spread(early, Math.ceil(others / 10))];
  return [...new Set(chosen)].sort((a, b) => a.n - b.n);
}

function spread(stops: Stop[], count: number): Stop[] {
  const ordered = stops.toSorted((a, b) => a.n - b.n);
  const step = Math.max(1, ordered.length / count);
  return ordered.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
