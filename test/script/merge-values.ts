import fc from "fast-check";

/** A list of strings, readable ranges among them, as any program or person might have left it. */
export interface MergeInput {
  before: string[];
  wanted: string[];
}

const port = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1600, max: 1700 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 65_535 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 65_534, 65_535) },
);
const range = fc.tuple(port, fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 300 }))).map(toRange);
const blanks = fc.constantFrom("", "", "", " ", "  ", "\t", " \t ");
const zeros = fc.constantFrom("", "", "", "0", "00", "000000");

const readable = fc
  .tuple(range, blanks, zeros, zeros, blanks)
  .map(([[low, high], left, a, b, right]) => `${left}${a}${low}-${b}${high}${right}`);

const strange = fc.oneof(
  fc.constant(""),
  fc.constantFrom(
    " ",
    "-",
    "1645",
    "1-2-3",
    "5000-4000",
    "1-65536",
    "99999-100000",
    "1 -2",
    "+1-2",
    "1--2",
    "0x1-0x2",
  ),
  fc.constantFrom(
    "\u0661-\u0662",
    "\u0661-2",
    "1-\u0662",
    "1\u0662-1\u0663",
    "\uff11-\uff12",
    "1\u20132",
    "1-2\n",
    "\u00a01-2",
    "1-2\u0000",
  ),
  range.map(([low, high]) => `${high + 1}-${low}`),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."0123456789- \t"), maxLength: 12 }),
);

const entry = fc.oneof({ weight: 4, arbitrary: readable }, { weight: 1, arbitrary: strange });
const plain = fc.uniqueArray(fc.integer({ min: 1025, max: 2000 }), { minLength: 1, maxLength: 6 });

// What the settings hold: ascending, neither overlapping nor neighbours.
const wantedRanges = plain.map((numbers) =>
  numbers
    .sort((a, b) => a - b)
    .filter((low, index) => index === 0 || low - (numbers[index - 1] as number) > 4)
    .map((low) => `${low}-${low + (low % 3)}`),
);

// Ranges that neither overlap nor touch, in any order, and wanted ones within them: nothing to write, unless one is split.
const covering = fc
  .record({
    ends: fc.uniqueArray(fc.integer({ min: 600, max: 1100 }), { minLength: 2, maxLength: 12 }),
    chosen: fc.infiniteStream(fc.boolean()),
    split: fc.boolean(),
    extra: fc.array(strange, { maxLength: 3 }),
  })
  .chain(({ ends, chosen, split, extra }) => {
    const even = ends.map((end) => 2 * end).sort((a, b) => a - b);
    const ranges = even.flatMap((low, i) =>
      i % 2 === 0 && even[i + 1] ? [[low, even[i + 1] as number] as const] : [],
    );
    const [[low, high] = [0, 0], ...rest] = ranges;
    const parts = split ? [`${low}-${low}`, `${low + 1}-${high}`] : [`${low}-${high}`];
    const before = [...parts, ...rest.map(([low, high]) => `${low}-${high}`), ...extra];
    const wanted = ranges
      .filter(() => chosen.next().value)
      .map(([low, high]) => `${low}-${high - (high % 3)}`);
    return fc.record({
      before: fc.shuffledSubarray(before, { minLength: before.length }),
      wanted: fc.constant<string[]>(wanted.length > 0 ? wanted : [`${low}-${low}`]),
    });
  });

/** Most are short, so that overlaps and neighbours are many. */
export const mergeInputs: fc.Arbitrary<MergeInput> = fc.oneof(
  { weight: 75, arbitrary: fc.record({ before: fc.array(entry, { maxLength: 12 }), wanted: wantedRanges }) },
  { weight: 24, arbitrary: covering },
  { weight: 1, arbitrary: listsOf(50, 200) },
);

/** As long as a value can get. */
export const longMergeInputs: fc.Arbitrary<MergeInput> = listsOf(1000, 2000);

function listsOf(minLength: number, maxLength: number): fc.Arbitrary<MergeInput> {
  return fc.record({ before: fc.array(entry, { minLength, maxLength, size: "max" }), wanted: wantedRanges });
}

function toRange([low, length]: [number, number]): [number, number] {
  return [low, Math.min(low + length, 65_535)];
}
