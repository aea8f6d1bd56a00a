/** A bound on how much is under way at once. */
export interface Limit {
  /** Starts work at once while there is room, else in its turn. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Settles when all that was given has ended. */
  idle(): Promise<void>;
}

/** Makes a bound of `most` pieces of work at once. */
export function limit(most: number): Limit {
  const given = new Set<Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < most) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A place goes from hand to hand, so that nobody who comes between takes it.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  return {
    async run(work) {
      const result = inTurn(work);
      given.add(result);
      try {
        return await result;
      } finally {
        given.delete(result);
      }
    },
    async idle() {
      await Promise.allSettled(given);
    },
  };
}
