import { expect, test } from "vitest";
import { shown } from "../../src/page/shown.ts";

test.each([
  ["plain text, caf\u00e9 \u6e2c", "plain text, caf\u00e9 \u6e2c"],
  ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["a\u202eb\u2066c", "a\\u202eb\\u2066c"],
  ["a\u200bb\u0000c\n\u2028d", "a\\u200bb\\u0000c\\u000a\\u2028d"],
  ["\ud800", "\\ud800"],
])("%j is shown as %j", (text, seen) => {
  expect(shown(text)).toBe(seen);
});

test("text that is too long is cut", () => {
  expect(shown("x".repeat(1000), 10)).toBe("xxxxxxxxxx...");
});
