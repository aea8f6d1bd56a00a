import fc from "fast-check";
import { expect, test } from "vitest";
import { type Flag, flagsOf } from "../../src/page/results/flags.ts";
import { joinRanges } from "../../src/ports/join.ts";

const ports = 65_536;
const narrow = 320;
const ranges = fc
  .array(fc.tuple(fc.integer({ min: 1025, max: 65_000 }), fc.nat({ max: 500 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((pairs) => joinRanges(pairs.map(([low, length]) => ({ low, high: Math.min(low + length, 65_535) }))));

/** Where the text of a flag is on a narrow page, in pixels, with 7 for each character. */
function box({ range, text, side }: Flag) {
  const place = (range.low / ports) * narrow;
  const length = text.length * 7;
  return side === "right" ? { left: place, right: place + length } : { left: place - length, right: place };
}

const name = ({ low }: { low: number }) => `${low} program`;

test("no text covers another one of its lane", () => {
  fc.assert(
    fc.property(ranges, (given) => {
      const flags = flagsOf(given, name);
      for (const one of flags) {
        for (const other of flags) {
          if (one === other || one.lane !== other.lane) continue;
          expect(box(one).right <= box(other).left || box(other).right <= box(one).left).toBe(true);
        }
      }
    }),
  );
});

test("no line down to the axis goes through the text of a flag on the same side", () => {
  fc.assert(
    fc.property(ranges, (given) => {
      const flags = flagsOf(given, name);
      for (const { range, lane, side } of flags) {
        const line = (range.low / ports) * narrow;
        const below = flags.filter((other) => other.side === side && other.lane > lane).map(box);
        expect(below.filter(({ left, right }) => left < line && line < right)).toEqual([]);
      }
    }),
  );
});

test("no text runs off a narrow page", () => {
  fc.assert(
    fc.property(ranges, (given) => {
      for (const flag of flagsOf(given, () => "51820 WireGuard +1")) {
        expect(box(flag).left >= 0 && box(flag).right <= narrow).toBe(true);
      }
    }),
  );
});

test("the first of very many ranges have a flag, and each of these one", () => {
  const many = Array.from({ length: 100 }, (_, index) => ({
    low: 2000 + 10 * index,
    high: 2000 + 10 * index,
  }));
  expect(flagsOf(many, name).map(({ range }) => range)).toEqual(many.slice(0, 24));
});
