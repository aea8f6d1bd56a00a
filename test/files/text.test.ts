import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLines } from "../../src/files/lines.ts";
import { spotIn, spotsIn } from "../../src/files/spot.ts";
import { decodeText, textLines } from "../../src/files/text.ts";

const failure = (bytes: Uint8Array | string) => {
  try {
    return decodeText(Buffer.from(bytes as string), "f");
  } catch (error) {
    const { code, place } = error as { code: string; place: { line?: number; column?: number } };
    return [code, place.line, place.column];
  }
};

describe("decoding", () => {
  test.each([
    ["rows: []\n", "rows: []\n"],
    ["\ufeffrows: []", "rows: []"],
    ["# caf\u00e9 \u{1f600}\r\n\tx", "# caf\u00e9 \u{1f600}\r\n\tx"],
    ["", ""],
  ])("%j is %j", (text, wanted) => {
    expect(failure(text)).toBe(wanted);
  });

  test.each<[string, Uint8Array, unknown[]]>([
    ["UTF-16, little end first", Buffer.from("\ufeffa: 1", "utf16le"), ["wide-text", undefined, undefined]],
    [
      "UTF-16, big end first",
      Buffer.from("\ufeffa: 1", "utf16le").swap16(),
      ["wide-text", undefined, undefined],
    ],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), ["wide-text", undefined, undefined]],
    ["UTF-16 without its mark", Buffer.from("a: 1", "utf16le"), ["control-character", 1, 2]],
    ["Latin-1", Buffer.from("a: 1\nb: caf\u00e9\n", "latin1"), ["not-utf8", 2, 7]],
    ["half a character", Buffer.from("a: \u00e9").subarray(0, 4), ["not-utf8", 1, 4]],
    ["a surrogate in UTF-8", Buffer.from([0x61, 0xed, 0xa0, 0x80]), ["not-utf8", 1, 2]],
    ["an overlong form", Buffer.from([0xc0, 0x80]), ["not-utf8", 1, 1]],
    ["a NUL", Buffer.from("a\nb\0"), ["control-character", 2, 2]],
    ["an escape", Buffer.from("\u001b[2J"), ["control-character", 1, 1]],
    ["a DEL", Buffer.from("ab\u007f"), ["control-character", 1, 3]],
  ])("%s is refused, with its place", (_, bytes, wanted) => {
    expect(failure(bytes)).toEqual(wanted);
  });
});

describe("lines of a text", () => {
  async function linesOf(bytes: Uint8Array): Promise<string[]> {
    const texts: string[] = [];
    async function* pieces() {
      for (const byte of bytes) yield Buffer.of(byte);
    }
    for await (const lines of textLines(readLines(pieces()), "f"))
      texts.push(...lines.map(({ text }) => text));
    return texts;
  }

  test("are those that were read", async () => {
    expect(await linesOf(Buffer.from("\ufeffa\tb\r\ncaf\u00e9"))).toEqual(["a\tb", "caf\u00e9"]);
  });

  test.each<[string, Uint8Array, string, number, number]>([
    ["a ZIP archive, as of a spreadsheet", Buffer.from("PK\u0003\u0004"), "control-character", 1, 3],
    ["a NUL below good lines", Buffer.from("a\nb\nc\0\n"), "control-character", 3, 2],
    ["Latin-1", Buffer.from("a\ncaf\u00e9,b\n", "latin1"), "not-utf8", 2, 4],
    ["half a character at the end", Buffer.from("a\u00e9").subarray(0, 2), "not-utf8", 1, 2],
    ["a letter that was lost before", Buffer.from("\ufffd"), "not-utf8", 1, 1],
  ])("are not in %s", async (_, bytes, code, line, column) => {
    await expect(linesOf(bytes)).rejects.toMatchObject({ code, place: { file: "f", line, column } });
  });
});

describe("a spot", () => {
  const text = "one\ntwo\nthree\n\nfive";

  test.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [12, 3, 5],
    [14, 4, 1],
    [15, 5, 1],
    [19, 5, 5],
  ])("at %i is line %i, column %i", (offset, line, column) => {
    expect(spotIn("f", text, offset)).toMatchObject({ file: "f", line, column });
  });

  test("after others of the same text is where the text above it ends", () => {
    const given = fc.string({ unit: fc.constantFrom("a", "\n"), maxLength: 40 });
    fc.assert(
      fc.property(given, (lines) => {
        const spot = spotsIn("f", lines, 5);
        for (let offset = lines.length; offset >= 0; offset--) {
          const above = lines.slice(0, offset).split("\n");
          expect(spot(offset)).toMatchObject({
            line: 5 + above.length,
            column: 1 + (above.at(-1) ?? "").length,
          });
        }
      }),
    );
  });

  test("is shown with the lines above it, and a caret below it", () => {
    expect(spotIn("f", text, 10).frame).toBe("  1 | one\n  2 | two\n> 3 | three\n    |   ^");
    expect(spotIn("f", text, 0).frame).toBe("> 1 | one\n    | ^");
    expect(spotIn("f", text, 14).frame).toBe("  2 | two\n  3 | three\n> 4 |\n    | ^");
  });

  test("has room for line numbers of several digits", () => {
    const lines = Array.from({ length: 12 }, (_, index) => `l${index + 1}`).join("\n");
    expect(spotIn("f", lines, lines.indexOf("l10")).frame).toBe("   8 | l8\n   9 | l9\n> 10 | l10\n     | ^");
  });

  test("in a long line is shown with what is around it", () => {
    const long = `${"a".repeat(500)}X${"b".repeat(500)}`;
    const { column, frame } = spotIn("f", long, 500);
    const [shown = "", caret = ""] = frame?.split("\n") ?? [];
    expect(column).toBe(501);
    expect(shown.length).toBeLessThan(120);
    expect(shown[caret.indexOf("^")]).toBe("X");
  });

  test("shows nothing that moves a cursor, and keeps the caret in its place", () => {
    const { frame } = spotIn("f", "a\t\u202e\u001b[31m\u00e9X", 9);
    expect(frame).toBe("> 1 | a ??[31m?X\n    |          ^");
  });
});
