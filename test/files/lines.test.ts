import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Line, longestLine, readLines } from "../../src/files/lines.ts";

/** Gives the lines of a text whose bytes come in pieces of this size. */
async function linesOf(given: string | Uint8Array, size = 65_536): Promise<Line[]> {
  const bytes = Buffer.from(given as string);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const lines: Line[] = [];
  for await (const batch of readLines(pieces())) lines.push(...batch);
  return lines;
}

async function textsOf(given: string | Uint8Array, size?: number) {
  return (await linesOf(given, size)).map(({ text }) => text);
}

describe("lines", () => {
  test.each([
    ["end by LF", "a\nb\n", ["a", "b"]],
    ["end by CRLF", "a\r\nb\r\n", ["a", "b"]],
    ["need no end at the last", "a\nb", ["a", "b"]],
    ["may be empty", "a\n\n\nb\n", ["a", "", "", "b"]],
    ["lose a byte order mark", "\ufeffa\nb", ["a", "b"]],
    ["keep such a mark elsewhere", "a\n\ufeffb", ["a", "\ufeffb"]],
    ["keep letters beyond ASCII", "caf\u00e9\n\u{1f600}", ["caf\u00e9", "\u{1f600}"]],
    ["keep a CR inside", "a\rb\n", ["a\rb"]],
  ])("%s", async (_, given, wanted) => {
    expect(await textsOf(given)).toEqual(wanted);
    expect(await textsOf(given, 1)).toEqual(wanted);
  });

  test("are counted from 1", async () => {
    expect((await linesOf("a\n\nb")).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("are the same however the bytes come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "\u00e9", "\u{1f600}", '"'), minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (given, size) => {
          const wanted = given.split("\n").map((text) => text.replace(/\r$/, ""));
          if (wanted.at(-1) === "" && given.endsWith("\n")) wanted.pop();
          expect(await textsOf(given, size)).toEqual(wanted);
        },
      ),
    );
  });

  test("show bytes that are no UTF-8 as such", async () => {
    expect(await textsOf(Buffer.from([0x61, 0xe9, 0x0a]))).toEqual(["a\ufffd"]);
  });
});

describe("a line that is too long", () => {
  test.each([
    ["at once", 10 * longestLine],
    ["in small pieces", 1000],
  ])("is cut, and the next one is whole, where bytes come %s", async (_, size) => {
    const lines = await linesOf(`first\n${"x".repeat(3 * longestLine)}\nlast\n`, size);
    expect(lines.map(({ number, whole }) => [number, whole])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
    expect(lines[1]?.text).toBe("x".repeat(100));
    expect(lines[2]?.text).toBe("last");
  });

  test("is cut too where it is the last", async () => {
    expect((await linesOf("x".repeat(2 * longestLine))).map(({ whole }) => whole)).toEqual([false]);
  });

  test("begins beyond the limit, not at it", async () => {
    expect((await linesOf(`${"x".repeat(longestLine)}\n`)).map(({ whole }) => whole)).toEqual([true]);
  });
});

test.each([
  ["no bytes", "", "file-empty"],
  ["UTF-16, low byte first", Buffer.from("\ufeffa\n", "utf16le"), "wide-text"],
  ["UTF-16, high byte first", Buffer.from([0xfe, 0xff, 0, 0x61]), "wide-text"],
])("%s: %o is refused", async (_, given, code) => {
  await expect(linesOf(given)).rejects.toMatchObject({ code });
});
