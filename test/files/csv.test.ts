import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type CsvRow, readCsv } from "../../src/files/csv.ts";
import { longestLine, readLines } from "../../src/files/lines.ts";

/** Gives the rows of a text whose bytes come in pieces of this size. */
async function rowsOf(text: string, size = 65_536): Promise<CsvRow[]> {
  async function* pieces() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(readLines(pieces()))) rows.push(...batch);
  return rows;
}

async function cellsOf(text: string, size?: number): Promise<string[][]> {
  return (await rowsOf(text, size)).map(({ cells }) => cells);
}

describe("a row's cells", () => {
  test.each([
    ["stand between commas", "a,b,c", [["a", "b", "c"]]],
    ["may be empty", "a,,", [["a", "", ""]]],
    ["may be quoted", '"a","b c"', [["a", "b c"]]],
    ["may hold a comma in quotes", '"a,b",c', [["a,b", "c"]]],
    ["may hold quotes, written twice", '"say ""a""",b', [['say "a"', "b"]]],
    [
      "may hold line ends in quotes",
      '"a\nb",c\nd,e',
      [
        ["a\nb", "c"],
        ["d", "e"],
      ],
    ],
    ["may hold many line ends", '"a\n\n\nb",c', [["a\n\n\nb", "c"]]],
    ["may hold CRLF, as LF", '"a\r\nb",c\r\n', [["a\nb", "c"]]],
    [
      "may hold a quote that opens nothing",
      'a 5" disk,b\nc,d',
      [
        ['a 5" disk', "b"],
        ["c", "d"],
      ],
    ],
    [
      "stand between semicolons where the first row has those",
      "a;b\n1,2;3",
      [
        ["a", "b"],
        ["1,2", "3"],
      ],
    ],
    [
      "stand between semicolons also where the rows above that one are blank",
      "   \n,,\na;b\n1;2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "stand between tabs likewise",
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
  ])("%s", async (_, text, wanted) => {
    expect(await cellsOf(text)).toEqual(wanted);
    expect(await cellsOf(text, 3)).toEqual(wanted);
  });

  test("are those that a CSV library writes, whatever is in them", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", '"', ",", "\n", " ", ";", "\u00e9") });
    const rows = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (given, size) => {
        const all = [["x", "y", "z"], ...given];
        expect(await cellsOf(Papa.unparse(all, { newline: "\r\n" }), size)).toEqual(all);
      }),
    );
  });
});

test.each(["a,b\n\n\nc,d\n", "a,b\n,\n , \nc,d\n\n"])("empty rows are passed over: %j", async (text) => {
  expect(await cellsOf(text)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a row has the number of its first line, and its text", async () => {
  const rows = await rowsOf('a,b\n"c\nd",e\nf,g\n');
  expect(rows.map(({ line, text }) => [line, text])).toEqual([
    [1, "a,b"],
    [2, '"c\nd",e'],
    [4, "f,g"],
  ]);
});

describe("of a row that is wrong, only its first line is lost", () => {
  test.each([
    ["a quote that never closes", 'a,b\nc,"d\ne,f\ng,h\n', [2, "csv-quote-open", 2], 2],
    ["a quote that never closes, at the end", 'a,b\ne,f\ng,h\nc,"d', [4, "csv-quote-open", 2], 2],
    ["more after a quote", 'a,b\n"c"x,d\ne,f\ng,h\n', [2, "csv-quote-inside", 0], 2],
    [
      "a line that is too long",
      `a,b\n${"x".repeat(longestLine + 1)}\ne,f\ng,h\n`,
      [2, "line-too-long", 0],
      2,
    ],
  ])("%s", async (_, text, [line, code, offset], good) => {
    for (const size of [65_536, 1000, 5]) {
      const [, ...rows] = await rowsOf(text, size);
      expect(rows.filter(({ fault }) => !fault)).toHaveLength(good);
      const bad = rows.flatMap((row) =>
        row.fault ? [[row.line, row.fault.error.code, row.fault.offset]] : [],
      );
      expect(bad).toEqual([[line, code, offset]]);
    }
  });

  test("a quote that closes below as many line ends as a line may have characters is no quote", async () => {
    const rows = await rowsOf(`a,b\n"c,d\n${"\n".repeat(longestLine)}e",f\n`);
    expect(rows.map(({ line, fault }) => [line, fault?.error.code])).toEqual([
      [1, undefined],
      [2, "csv-quote-open"],
      [longestLine + 3, undefined],
    ]);
  });

  test("a quote that closes far below is no quote, and all between are rows", async () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `site-${index},ias`);
    const rows = await rowsOf(`a,b\n"c,d\n${lines.join("\n")}\n"e",f\n`);
    expect(rows.filter(({ fault }) => fault).map(({ line }) => line)).toEqual([2]);
    expect(rows).toHaveLength(9003);
  });
});

test("whatever a file holds, every line with something in it is in one row", async () => {
  const line = fc.string({ unit: fc.constantFrom("a", '"', ",") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const text = `x,y\n${lines.join("\n")}\n`;
        const rows = await rowsOf(text, size);
        const told = rows.flatMap((row) => row.text.split("\n")).filter((one) => /[^,]/.test(one));
        expect(told).toEqual(text.split("\n").filter((one) => /[^,]/.test(one)));
      },
    ),
  );
});
