import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LineTooLong, linesOf } from "../../../src/signing/external/lines.ts";

async function read(chunks: readonly (string | Uint8Array)[], most = 100): Promise<string[]> {
  const lines: string[] = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const line of linesOf(stream, most)) lines.push(line.toString());
  return lines;
}

test.each([
  ["lines in one chunk", ["a\nb\n"], ["a", "b"]],
  ["a line in many chunks", ["a", "b", "", "c\n"], ["abc"]],
  ["the last line without an end", ["a\nb"], ["a", "b"]],
  ["empty lines", ["\n\na\n"], ["", "", "a"]],
  ["carriage returns as they are", ["a\r\n"], ["a\r"]],
  ["nothing", [], []],
])("gives %s", async (_, chunks, lines) => {
  expect(await read(chunks)).toEqual(lines);
});

test("gives a character that is cut by chunks", async () => {
  const [first = 0, ...rest] = Buffer.from("\u20ac\n");
  expect(await read([Buffer.from([first]), Buffer.from(rest)])).toEqual(["\u20ac"]);
});

test("gives the same lines however the bytes are cut", async () => {
  const cuts = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "\n") }));
  await fc.assert(
    fc.asyncProperty(cuts, async (chunks) => {
      const wanted = chunks.join("").split("\n");
      expect(await read(chunks, 10_000)).toEqual(wanted.at(-1) === "" ? wanted.slice(0, -1) : wanted);
    }),
  );
});

test("takes a line of just so many bytes, and not of one more", async () => {
  expect(await read(["12345\n"], 5)).toEqual(["12345"]);
  await expect(read(["123456\n"], 5)).rejects.toThrow(LineTooLong);
  await expect(read(["123", "456"], 5)).rejects.toThrow(LineTooLong);
});

test("reads no further than a line that is too long, of which it tells the beginning", async () => {
  let chunks = 0;
  const endless = (async function* () {
    for (;;) {
      chunks++;
      yield Buffer.alloc(1000, "x");
    }
  })();
  const reading = linesOf(endless, 10_000).next();
  await expect(reading).rejects.toMatchObject({ start: Buffer.alloc(4096, "x") });
  expect(chunks).toBe(11);
});
