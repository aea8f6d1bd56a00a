import type { Clock } from "../../../src/signing/timestamp/clock.ts";

/** A clock that passes only while somebody sleeps, at once; `waits` are the milliseconds of each sleep. */
export function testClock(): Clock & { waits: number[] } {
  let passed = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => Date.now() + passed,
    async sleep(milliseconds) {
      waits.push(milliseconds);
      passed += milliseconds;
    },
  };
}
