import { expect, test } from "vitest";
import { formatRange, parseRange } from "../../src/ports/range.ts";
import { poolOf, portsIn, sizeOf, usualPools } from "../../src/risk/pool.ts";

test.each([
  [60000, "1024-60000", 58977],
  [65535, "1024-65535", 64512],
  [5000, "1024-5000", 3977],
  [null, "49152-65535", 16384],
])("MaxUserPort %j opens %s, %i ports", (maxUserPort, range, size) => {
  const pool = poolOf(maxUserPort);
  expect(formatRange(pool)).toBe(range);
  expect(sizeOf(pool)).toBe(size);
  expect(pool).toMatchObject({ maxUserPort, sinceVista: false });
});

test("the usual pools are those of the article, the one without MaxUserPort, and today's", () => {
  expect(usualPools.map((pool) => [pool.maxUserPort, pool.sinceVista, formatRange(pool)])).toEqual([
    [null, false, "49152-65535"],
    [60000, false, "1024-60000"],
    [65535, false, "1024-65535"],
    [null, true, "49152-65535"],
  ]);
});

test.each([
  ["80", 0],
  ["1023", 0],
  ["1024", 1],
  ["1000-1030", 7],
  ["1812-1813", 2],
  ["60000", 1],
  ["60001", 0],
  ["59999-60005", 2],
  ["1-65535", 58977],
])("of %s, %i lie in the pool of MaxUserPort 60000", (range, count) => {
  expect(portsIn(poolOf(60000), parseRange(range))).toBe(count);
});
