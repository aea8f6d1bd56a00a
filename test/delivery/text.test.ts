import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crlf, markdownTable, markdownText, windowsText } from "../../src/delivery/text.ts";

test.each([
  ["a\nb\n", "a\r\nb\r\n"],
  ["a\r\nb", "a\r\nb"],
])("lines end with CRLF, whatever they ended with: %j", (text, expected) => {
  expect(crlf(text)).toBe(expected);
  expect(Buffer.from(windowsText(text)).toString()).toBe(expected);
});

describe("text from outside, as Markdown", () => {
  test.each([
    ["Contoso, Inc. (Test)", "Contoso, Inc. (Test)"],
    ["M\u00fcller & S\u00f6hne", "M\u00fcller &#38; S\u00f6hne"],
    ["a|b\\|c", "a&#124;b&#92;&#124;c"],
    ["<img src=x>", "&#60;img src=x&#62;"],
    ["[here](javascript:x)", "&#91;here&#93;(javascript&#58;x)"],
    ["`code` *bold* _soft_", "&#96;code&#96; &#42;bold&#42; &#95;soft&#95;"],
    ["one\ntwo\u202ethree", "one(U+A)two(U+202E)three"],
  ])("%j becomes %j", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test("whatever it is, a row of a table stays one row with as many cells", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, two) => {
        const table = markdownTable(["a", "b"], [[markdownText(one), markdownText(two)]]);
        expect(table.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(3);
        expect(table.split("\n")[2]?.match(/(?<!\\)\|/g)).toHaveLength(3);
        expect(table.split("\n")[2]).not.toMatch(/[<>`*_[\]\\]/);
      }),
    );
  });
});
