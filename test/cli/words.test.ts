import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textTable } from "../../src/cli/text-table.ts";
import { counted, grouped, oneOf, printable, quoted } from "../../src/cli/words.ts";

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
])("the path %j is shown as %j", (path, wanted) => {
  expect(printable(path)).toBe(wanted);
});

test.each<[string[], string]>([
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b or c"],
])("oneOf %j is %j", (items, wanted) => {
  expect(oneOf(items)).toBe(wanted);
});

test.each([
  [0, "0 ports"],
  [1, "1 port"],
  [2, "2 ports"],
  [1500, "1,500 ports"],
])("%i is counted as %j", (count, wanted) => {
  expect(counted(count, "port")).toBe(wanted);
});

test("grouped puts a comma between thousands", () => {
  expect([999, 1024, 64511].map(grouped)).toEqual(["999", "1,024", "64,511"]);
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
