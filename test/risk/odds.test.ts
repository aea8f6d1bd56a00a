import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oddsOfLosing } from "../../src/risk/odds.ts";

/** 1 - C(size - ports, draws) / C(size, draws), from the definition: whole numbers up to the last division. */
function exactOdds(ports: number, size: number, draws: number): number {
  // C(size - ports, draws) / C(size, draws) = (size - ports)! (size - draws)! / (size! (size - ports - draws)!)
  let miss = 1n;
  let all = 1n;
  for (let i = 0; i < ports; i++) {
    miss *= BigInt(Math.max(0, size - draws - i));
    all *= BigInt(size - i);
  }
  const scale = 10n ** 40n;
  return Number(((all - miss) * scale) / all) / 1e40;
}

/** C(n, k) by Pascal's rule, for small numbers. */
function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  return k === 0 ? 1 : choose(n - 1, k - 1) + choose(n - 1, k);
}

describe("the figures of facts/windows.md, section 0", () => {
  test.each([
    [1, 58977, "4.2"],
    [2, 58977, "8.3"],
    [7, 58977, "26"],
    [1, 64512, "3.9"],
    [2, 64512, "7.6"],
    [7, 64512, "24"],
    [1, 3977, "63"],
    [2, 3977, "86"],
    [7, 3977, "99.9"],
    [1, 16384, "15"],
  ])("%i ports of %i: %s %%", (ports, size, percent) => {
    const digits = percent.split(".")[1]?.length ?? 0;
    expect((oddsOfLosing(ports, size) * 100).toFixed(digits)).toBe(percent);
  });
});

test("agree with an exact computation to 12 figures", () => {
  const cases = fc.record({
    size: fc.integer({ min: 1, max: 64512 }),
    ports: fc.nat({ max: 300 }),
    draws: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(cases, ({ size, ports, draws }) => {
      fc.pre(ports <= size && draws <= size);
      const exact = exactOdds(ports, size, draws);
      expect(Math.abs(oddsOfLosing(ports, size, draws) - exact)).toBeLessThanOrEqual(exact * 1e-12);
    }),
  );
});

test("agree with the definition by binomial coefficients", () => {
  for (let size = 1; size <= 9; size++) {
    for (let ports = 0; ports <= size; ports++) {
      for (let draws = 1; draws <= size; draws++) {
        const odds = 1 - choose(size - ports, draws) / choose(size, draws);
        expect(oddsOfLosing(ports, size, draws)).toBeCloseTo(odds, 14);
      }
    }
  }
});

test("a chance of one in millions keeps its figures", () => {
  expect(oddsOfLosing(1, 2 ** 40, 1)).toBeCloseTo(2 ** -40, 24);
});

test.each([
  ["no port in the pool", 0, 64512, 0],
  ["no port, and a pool that is all taken", 0, 100, 0],
  ["a pool that is all taken", 1, 100, 1],
  ["a pool of just as many ports", 1, 2500, 1],
  ["the whole pool", 16384, 16384, 1],
  ["so many that one of them must be taken", 13885, 16384, 1],
])("%s: exactly %#", (_, ports, size, odds) => {
  expect(Object.is(oddsOfLosing(ports, size), odds)).toBe(true);
});

test("more ports and a smaller pool are never safer", () => {
  const odds = [1, 2, 10, 100].map((ports) => oddsOfLosing(ports, 60000));
  expect(odds).toEqual(odds.toSorted((a, b) => a - b));
  expect(oddsOfLosing(1, 5000)).toBeGreaterThan(oddsOfLosing(1, 60000));
});
