import { describe, expect, test } from "vitest";
import english from "../../templates/messages.en.json";
import dutch from "../../templates/messages.nl.json";

const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();

test("the script's Dutch messages have the keys of the English ones, in the same order", () => {
  expect(Object.keys(dutch)).toEqual(Object.keys(english));
});

describe.each(Object.entries(dutch))("%s", (key, text) => {
  const original = english[key as keyof typeof english] ?? "";

  test("fits a script: printable ASCII without double braces", () => {
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(text).not.toMatch(/\{\{|\}\}/);
  });

  test("holds the same placeholders, and ends as the English one does", () => {
    expect(placeholders(text)).toEqual(placeholders(original));
    expect(/[.:]$/.test(text)).toBe(/[.:]$/.test(original));
  });
});
