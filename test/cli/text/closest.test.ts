import fc from "fast-check";
import { expect, test } from "vitest";
import { closest } from "../../../src/cli/text/closest.ts";

const known = ["ias", "l2tp", "isa-2000", "isa-2004", "autd", "ipsec", "windows-server-2003"];

test.each<[string, string[]]>([
  ["ias", ["ias"]],
  ["IAS", ["ias"]],
  [" ias ", ["ias"]],
  ["isa", ["isa-2000", "isa-2004"]],
  ["isa-200", ["isa-2000", "isa-2004"]],
  ["l2pt", ["l2tp"]],
  ["ltp", ["l2tp"]],
  ["ipsce", ["ipsec"]],
  ["windows-sever-203", ["windows-server-2003"]],
  ["win", ["windows-server-2003"]],
  ["w", []],
  ["", []],
  ["exchange", []],
  ["x".repeat(1_000_000), []],
])("%s may mean %j", (word, wanted) => {
  expect(closest(word, known)).toEqual(wanted);
});

test("of many that are equally near, none is named", () => {
  expect(closest("ab1", ["ab2", "ab3", "ab4"])).toHaveLength(3);
  expect(closest("ab1", ["ab2", "ab3", "ab4", "ab5"])).toEqual([]);
});

test("nothing is near where nothing is known", () => {
  expect(closest("ias", [])).toEqual([]);
});

test("a word with one letter wrong, missing or added is found", () => {
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(), fc.constantFrom("", "x", "xy"), (word, at, put) => {
      const place = at % word.length;
      const written = `${word.slice(0, place)}${put.length === 2 ? word[place] : ""}${put.slice(0, 1)}${word.slice(place + 1)}`;
      expect(closest(written, [word, "something else"])).toEqual([word]);
    }),
  );
});
