import { describe, expect, test } from "vitest";
import { dutch } from "../../src/page/texts/dutch.ts";
import { english } from "../../src/page/texts/english.ts";
import { portsText } from "../../src/page/texts/numbers.ts";
import { languageOf } from "../../src/page/texts/texts.ts";

test.each([
  [["nl-NL", "en"], "nl"],
  [["nl"], "nl"],
  [["en-GB", "nl"], "en"],
  [["fr", "nl-BE"], "nl"],
  [["fr", "de"], "en"],
  [[], "en"],
] as const)("a browser that asks for %j is answered in %s", (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});

test.each([
  [0, "0%", "0%"],
  [0.0424, "4.2%", "4,2%"],
  [0.00082, "0.082%", "0,082%"],
  [0.314, "31%", "31%"],
  [0.9954, "99.5%", "99,5%"],
  [0.99999, "> 99.9%", "> 99,9%"],
  [1, "100%", "100%"],
])("a chance of %d is written %s, in Dutch %s", (chance, inEnglish, inDutch) => {
  expect([english.odds(chance), dutch.odds(chance)]).toEqual([inEnglish, inDutch]);
});

test("a single port has no end", () => {
  expect([portsText({ low: 1701, high: 1701 }), portsText({ low: 1812, high: 1813 })]).toEqual([
    "1701",
    "1812\u20131813",
  ]);
});

/** Each text of a language by its path; what needs facts is left out. */
function textsIn(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${path}.${key}`));
}

describe("the Dutch page", () => {
  // Names that are the same in both languages.
  const same = [
    ...[".form.productsArticle", ".script.download", ".form.rebootExitCodes.3010"],
    ".card.parametersHeading",
  ];
  const isName = (path: string) => /^\.card\.\w+\.\d+\.0$/.test(path);

  test("says everything in Dutch", () => {
    const inDutch = new Map(textsIn(dutch));
    const left = textsIn(english).filter(([path, text]) => inDutch.get(path) === text);
    expect(left.map(([path]) => path).filter((path) => !same.includes(path) && !isName(path))).toEqual([]);
  });
});
