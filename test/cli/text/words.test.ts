import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as dutch from "../../../src/cli/dutch/words.ts";
import * as english from "../../../src/cli/english/words.ts";
import { textTable } from "../../../src/cli/text/text-table.ts";
import { jsonText, printable, quoted } from "../../../src/cli/text/words.ts";

describe("quoted", () => {
  test.each([
    ["ias", '"ias"'],
    ['a"b', '"a\\"b"'],
    ["a\u001b[31mb", '"a\\u001b[31mb"'],
    ["\u202eias", '"\\u202eias"'],
    ["\u007f", '"\\u007f"'],
    ["na\u00efef", '"na\\u00efef"'],
    ["a\nb", '"a\\nb"'],
    ["\ud83d\ude00", '"\\ud83d\\ude00"'],
  ])("%j is %s", (text, wanted) => {
    expect(quoted(text)).toBe(wanted);
  });

  test("reads back as what it was given, and is printable ASCII", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(quoted(text)).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(quoted(text))).toBe(text);
      }),
    );
  });

  test("cuts what is long", () => {
    expect(quoted("x".repeat(80))).toBe(`"${"x".repeat(80)}"`);
    expect(quoted("x".repeat(81))).toBe(`"${"x".repeat(80)}..."`);
  });
});

test.each([
  ["C:\\out\\a b.ps1", "C:\\out\\a b.ps1"],
  ["/home/jos\u00e9/a.ps1", "/home/jos\u00e9/a.ps1"],
  ["a\u001b[2Jb", "a\\u001b[2Jb"],
  ["a\nb", "a\\u000ab"],
  ["a\u202eb", "a\\u202eb"],
  ["a\u2028b", "a\\u2028b"],
  ["a\u{e0041}b", "a\\udb40\\udc41b"],
])("the path %j is shown as %j", (path, wanted) => {
  expect(printable(path)).toBe(wanted);
});

describe("JSON", () => {
  test("holds nothing that could control a terminal or mislead a reader", () => {
    const text = jsonText({ name: "a\u001b[2J\u009b1m\u202eb\u2028\u{e0041}\u007f", other: "jos\u00e9" });
    expect(text).toBe(
      '{\n  "name": "a\\u001b[2J\\u009b1m\\u202eb\\u2028\\udb40\\udc41\\u007f",\n  "other": "jos\u00e9"\n}',
    );
  });

  test("means the same as without that", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(JSON.parse(jsonText({ value }))).toEqual(JSON.parse(JSON.stringify({ value })));
      }),
    );
  });
});

test.each<[string[], string, string]>([
  [[], "", ""],
  [["a"], "a", "a"],
  [["a", "b"], "a or b", "a of b"],
  [["a", "b", "c"], "a, b or c", "a, b of c"],
])("one of %j is %j, in Dutch %j", (items, wanted, inDutch) => {
  expect(english.oneOf(items)).toBe(wanted);
  expect(dutch.oneOf(items)).toBe(inDutch);
});

test("all of a list are joined by and", () => {
  expect(english.allOf(["a", "b", "c"])).toBe("a, b and c");
  expect(dutch.allOf(["a", "b", "c"])).toBe("a, b en c");
});

test.each([
  [0, "0 ports", "0 poorten"],
  [1, "1 port", "1 poort"],
  [2, "2 ports", "2 poorten"],
  [1500, "1,500 ports", "1.500 poorten"],
])("%i is counted as %j, in Dutch as %j", (count, wanted, inDutch) => {
  expect(english.counted(count, "port")).toBe(wanted);
  expect(dutch.counted(count, "poort", "poorten")).toBe(inDutch);
});

test("thousands are grouped as the locale does", () => {
  fc.assert(
    fc.property(fc.nat(), (value) => {
      expect(english.grouped(value)).toBe(value.toLocaleString("en-US"));
      expect(dutch.grouped(value)).toBe(value.toLocaleString("nl-NL"));
    }),
  );
});

test.each([
  [0, "0 %", "0 %"],
  [0.0424, "4.2 %", "4,2 %"],
  [0.0995, "10 %", "10 %"],
  [0.0994, "9.9 %", "9,9 %"],
  [0.2608, "26 %", "26 %"],
  [0.9899, "99 %", "99 %"],
  [0.9901, "99.0 %", "99,0 %"],
  [0.99903, "99.9 %", "99,9 %"],
  [0.9996, "> 99.9 %", "> 99,9 %"],
  [1, "100 %", "100 %"],
])("the odds %d are %s, in Dutch %s", (value, wanted, inDutch) => {
  expect(english.odds(value)).toBe(wanted);
  expect(dutch.odds(value)).toBe(inDutch);
});

describe("textTable", () => {
  test("aligns its columns under a head in capitals", () => {
    const rows = [
      ["1", "long cell", "x"],
      ["1000", "b", ""],
    ];
    expect(textTable(["id", "name", "note"], rows)).toBe(
      ["ID    NAME       NOTE", "1     long cell  x", "1000  b"].join("\n"),
    );
  });

  test("is its head alone without rows", () => {
    expect(textTable(["id", "name"], [])).toBe("ID  NAME");
  });
});
