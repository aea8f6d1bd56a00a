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

/** Runs each task in turn, round after round, and gives the times of each in milliseconds, ascending. */
async function times<Name extends string>(
  rounds: number,
  tasks: Record<Name, () => unknown>,
): Promise<[name: Name, times: number[]][]> {
  const lists = (Object.keys(tasks) as Name[]).map((name): [Name, number[]] => [name, []]);
  for (let round = 0; round < rounds; round++) {
    for (const [name, list] of lists) {
      const start = performance.now();
      await tasks[name]();
      list.push(performance.now() - start);
    }
  }
  return lists.map(([name, list]) => [name, list.sort((a, b) => a - b)]);
}

/** Gives the shortest time of each task: what it costs where nothing else runs. */
export async function shortest<Name extends string>(rounds: number, tasks: Record<Name, () => unknown>) {
  const lists = await times(rounds, tasks);
  return Object.fromEntries(lists.map(([name, list]) => [name, list[0]])) as Record<Name, number>;
}

/** Gives the middle time of each task: what it costs in the long run, the collecting of garbage included. */
export async function middle<Name extends string>(rounds: number, tasks: Record<Name, () => unknown>) {
  const lists = await times(rounds, tasks);
  return Object.fromEntries(lists.map(([name, list]) => [name, list[list.length >> 1]])) as Record<
    Name,
    number
  >;
}
