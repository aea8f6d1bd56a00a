import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinRanges, portCount } from "../../src/ports/join.ts";
import type { PortRange } from "../../src/ports/range.ts";

/** Every single port of the ranges: slow, and too simple to be wrong. */
function portsOf(ranges: readonly PortRange[]): Set<number> {
  const ports = new Set<number>();
  for (const { low, high } of ranges) for (let port = low; port <= high; port++) ports.add(port);
  return ports;
}

// A narrow span, so that most ranges touch or overlap one another.
const narrow = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.nat({ max: 12 }))
  .map(([low, length]) => ({ low, high: low + length }));
const ranges = fc.array(narrow, { maxLength: 30 });

describe("joinRanges", () => {
  test.each<[string, [number, number][], [number, number][]]>([
    ["nothing", [], []],
    ["one range", [[5, 9]], [[5, 9]]],
    [
      "neighbours",
      [
        [1645, 1645],
        [1646, 1646],
      ],
      [[1645, 1646]],
    ],
    [
      "neighbours given backwards",
      [
        [1646, 1646],
        [1645, 1645],
      ],
      [[1645, 1646]],
    ],
    [
      "an overlap",
      [
        [10, 20],
        [15, 30],
      ],
      [[10, 30]],
    ],
    [
      "a range inside another",
      [
        [10, 30],
        [15, 20],
      ],
      [[10, 30]],
    ],
    [
      "the same low end",
      [
        [10, 12],
        [10, 30],
        [10, 11],
      ],
      [[10, 30]],
    ],
    [
      "a gap of one port",
      [
        [10, 11],
        [13, 14],
      ],
      [
        [10, 11],
        [13, 14],
      ],
    ],
    [
      "a chain",
      [
        [30, 40],
        [10, 19],
        [20, 29],
      ],
      [[10, 40]],
    ],
    [
      "duplicates",
      [
        [7, 7],
        [7, 7],
      ],
      [[7, 7]],
    ],
    [
      "the highest port",
      [
        [65535, 65535],
        [65534, 65534],
      ],
      [[65534, 65535]],
    ],
  ])("joins %s", (_, given, wanted) => {
    const range = ([low, high]: [number, number]) => ({ low, high });
    expect(joinRanges(given.map(range))).toEqual(wanted.map(range));
  });

  test("keeps every port and adds none", () => {
    fc.assert(
      fc.property(ranges, (given) => {
        expect(portsOf(joinRanges(given))).toEqual(portsOf(given));
      }),
    );
  });

  test("leaves a free port between any two ranges, ascending", () => {
    fc.assert(
      fc.property(ranges, (given) => {
        const joined = joinRanges(given);
        joined.forEach(({ low, high }, index) => {
          expect(low).toBeLessThanOrEqual(high);
          const next = joined[index + 1];
          if (next) expect(next.low).toBeGreaterThan(high + 1);
        });
      }),
    );
  });

  test("gives the same for any order, and for what it gave", () => {
    fc.assert(
      fc.property(ranges, fc.nat(), (given, turn) => {
        const joined = joinRanges(given);
        const cut = given.length === 0 ? 0 : turn % given.length;
        expect(joinRanges([...given.slice(cut), ...given.slice(0, cut)].reverse())).toEqual(joined);
        expect(joinRanges(joined)).toEqual(joined);
      }),
    );
  });

  test("leaves its input as it was", () => {
    const given = Object.freeze([Object.freeze({ low: 5, high: 6 }), Object.freeze({ low: 1, high: 5 })]);
    expect(joinRanges(given)).toEqual([{ low: 1, high: 6 }]);
    expect(given).toEqual([
      { low: 5, high: 6 },
      { low: 1, high: 5 },
    ]);
  });
});

describe("portCount", () => {
  test("counts each port once", () => {
    fc.assert(
      fc.property(ranges, (given) => {
        expect(portCount(given)).toBe(portsOf(given).size);
      }),
    );
  });

  test("counts both ends", () => {
    expect(portCount([{ low: 3500, high: 3619 }])).toBe(120);
  });
});
