import { describe, expect, test } from "vitest";
import { systemClock } from "../../../src/signing/timestamp/clock.ts";
import { makePace } from "../../../src/signing/timestamp/pace.ts";

/** A clock that stands still until it is told to sleep. */
function stillClock() {
  const clock = {
    time: 1_000_000,
    waits: [] as number[],
    now: () => clock.time,
    async sleep(milliseconds: number) {
      clock.waits.push(milliseconds);
    },
  };
  return clock;
}

describe("a pace", () => {
  test("lets the first request out at once, and the others one after the other", async () => {
    const clock = stillClock();
    const pace = makePace(15_000, clock);
    await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
    expect(clock.waits).toEqual([15_000, 30_000]);
  });

  test("counts from the start of a request, so that a slow answer costs nothing more", async () => {
    const clock = stillClock();
    const pace = makePace(15_000, clock);
    await pace.turn();
    clock.time += 14_000;
    await pace.turn();
    clock.time += 100_000;
    await pace.turn();
    expect(clock.waits).toEqual([1000]);
  });

  test("of no interval holds nobody up", async () => {
    const clock = stillClock();
    const pace = makePace(0, clock);
    await Promise.all([pace.turn(), pace.turn()]);
    expect(clock.waits).toEqual([]);
  });

  test("that was postponed waits, for the longer of two reasons", async () => {
    const clock = stillClock();
    const pace = makePace(15_000, clock);
    await pace.turn();
    pace.postpone(20_000);
    pace.postpone(5000);
    await pace.turn();
    expect(clock.waits).toEqual([20_000]);
    expect(pace.free).toBe(1_000_000 + 35_000);
  });
});

describe("the system's clock", () => {
  test("sleeps", async () => {
    const started = systemClock.now();
    await systemClock.sleep(30);
    expect(systemClock.now() - started).toBeGreaterThanOrEqual(29);
  });
});
