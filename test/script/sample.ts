/** Whether everything is to be tried: `npm run test:full`. */
export const isFull = process.env.PORTKEEP_FULL === "1";

/** Gives one in so many of the cases, the first among them; all with PORTKEEP_FULL=1. */
export function sample<T>(cases: readonly T[], step: number): T[] {
  return cases.filter((_, index) => isFull || index % step === 0);
}
