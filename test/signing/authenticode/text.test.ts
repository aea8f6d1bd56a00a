import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSignable, encodeSignable } from "../../../src/signing/authenticode/text.ts";

const hex = (text: string) => Buffer.from(text, "hex");

describe("a text that every Windows reads alike", () => {
  test.each([
    ["ASCII", "61620d0a", "ab\r\n", "ascii"],
    ["nothing at all", "", "", "ascii"],
    ["UTF-8 with a byte order mark", "efbbbfc3a9", "\ufeff\u00e9", "utf-8-bom"],
    ["UTF-16 with the low byte first", "fffee9003dd800de", "\ufeff\u00e9\u{1f600}", "utf-16le-bom"],
  ])("is read with its mark: %s", (_, bytes, text, encoding) => {
    expect(decodeSignable(hex(bytes))).toEqual({ text, encoding });
  });

  test("comes back byte for byte", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("utf8", "utf16le"), (text, encoding) => {
        const bytes = Buffer.from(`\ufeff${text}`, encoding as BufferEncoding);
        expect(encodeSignable(decodeSignable(bytes)).equals(bytes)).toBe(true);
      }),
    );
  });
});

test.each([
  ["UTF-8 without a mark", "c3a9", "no-mark"],
  ["a code page", "e9", "no-mark"],
  ["UTF-16 without a mark", "e900", "no-mark"],
  ["UTF-16 with the high byte first", "feff00e9", "utf-16be"],
  ["UTF-8 that is cut off", "efbbbfc3", "damaged"],
  ["UTF-8 with a surrogate", "efbbbfeda080", "damaged"],
  ["UTF-16 with half a character", "fffee9", "damaged"],
])("a text that is read differently here and there is refused: %s", (_, bytes, encoding) => {
  expect(() => decodeSignable(hex(bytes))).toThrowError(
    expect.objectContaining({ code: "text-not-signable", facts: { encoding } }),
  );
});
