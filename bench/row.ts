export interface Row {
  name: string;
  value: number;
  unit: string;
  /** What is claimed, such as `<= 1.6`; null for a figure that only stands beside. */
  bar: string | null;
  holds: boolean;
}

/** Gives a row whose value must be at most, or at least, the bar. */
export function row(
  name: string,
  value: number,
  unit: string,
  bar?: { atMost: number } | { atLeast: number },
): Row {
  if (bar === undefined) return { name, value, unit, bar: null, holds: true };
  if ("atMost" in bar) return { name, value, unit, bar: `<= ${bar.atMost}`, holds: value <= bar.atMost };
  return { name, value, unit, bar: `>= ${bar.atLeast}`, holds: value >= bar.atLeast };
}

/** Runs each task in turn, round after round, and gives the shortest time of each in milliseconds. */
export async function shortest<Name extends string>(
  rounds: number,
  tasks: Record<Name, () => unknown>,
): Promise<Record<Name, number>> {
  const names = Object.keys(tasks) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await tasks[name]();
      best[name] = Math.min(best[name], performance.now() - start);
    }
  }
  return best;
}
