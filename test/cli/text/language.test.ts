import { describe, expect, test } from "vitest";
import { chainFaults as dutchChainFaults } from "../../../src/cli/dutch/chain-faults.ts";
import { errors as dutchErrors } from "../../../src/cli/dutch/errors.ts";
import { help as dutchHelp } from "../../../src/cli/dutch/help.ts";
import { reports as dutchReports } from "../../../src/cli/dutch/reports.ts";
import * as dutchFaults from "../../../src/cli/dutch/signature-faults.ts";
import { chainFaults as englishChainFaults } from "../../../src/cli/english/chain-faults.ts";
import { errors as englishErrors } from "../../../src/cli/english/errors.ts";
import { help as englishHelp } from "../../../src/cli/english/help.ts";
import { reports as englishReports } from "../../../src/cli/english/reports.ts";
import * as englishFaults from "../../../src/cli/english/signature-faults.ts";
import { localeOf } from "../../../src/cli/text/language.ts";
import { portkeep } from "../console.ts";

test.each<[string[], string]>([
  [[], "en"],
  [["products"], "en"],
  [["--locale", "nl"], "nl"],
  [["products", "--locale", "nl", "--json"], "nl"],
  [["products", "--locale=nl"], "nl"],
  [["--locale", "nl", "products", "--locale", "en"], "en"],
  [["--locale", "nl", "products", "--locale", "de"], "nl"],
  [["--locale"], "en"],
  [["--locale="], "en"],
  [["nl"], "en"],
])("%j asks for %s", (argv, locale) => {
  expect(localeOf(argv)).toBe(locale);
});

/** Gives every text of a table by its path, functions by their source. */
function textsIn(value: unknown, path = ""): [string, string][] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, `${path}.${key}`));
}

/** Says whether a text has words of its own; a function whose words are elsewhere is the same in all languages. */
function hasWords(text: string): boolean {
  if (!text.startsWith("(")) return true;
  const literals = text.replace(/\$\{[^{}]*\}/g, "").match(/"[^"]*"|`[^`]*`/g) ?? [];
  return literals.some((literal) => /[a-z]{2}/i.test(literal));
}

describe.each([
  ["help", englishHelp, dutchHelp],
  ["reports", englishReports, dutchReports],
  ["errors", englishErrors, dutchErrors],
  ["chain faults", englishChainFaults, dutchChainFaults],
  ["signature faults", englishFaults, dutchFaults],
])("%s", (_, english: object, dutch: object) => {
  const inEnglish = new Map(textsIn({ ...english, words: {} }));

  test.each(textsIn({ ...dutch, words: {} }))("%s is there in both languages", (path, text) => {
    expect(inEnglish.get(path)).toBeDefined();
    expect(text).toMatch(/^[\x20-\x7e\n\t]+$/);
  });

  test("the Dutch table holds no sentence that was left in English", () => {
    const left = textsIn(dutch).filter(([path, text]) => text.includes(" ") && inEnglish.get(path) === text);
    expect(left.filter(([, text]) => hasWords(text))).toEqual([]);
  });
});

test("a result is the same in both languages as JSON", async () => {
  for (const argv of [["products"], ["explain", "1745"], ["render", "--product", "ias", "--dry-run"]]) {
    const english = await portkeep([...argv, "--json"]);
    const dutch = await portkeep([...argv, "--json", "--locale", "nl"]);
    const { locale: _, settingsId: __, bytes: ___, file: ____, ...rest } = JSON.parse(english.stdout);
    expect(JSON.parse(dutch.stdout)).toMatchObject(rest);
  }
});
