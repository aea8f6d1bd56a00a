import { expect, test } from "vitest";
import { refusalOf } from "../../src/cli/node-version.ts";

test.each(["16.20.2", "18.20.8", "20.18.3", "9.11.2"])("Node.js %s is too old, and is named", (version) => {
  expect(refusalOf(version, ["node", "portkeep", "products"])).toBe(
    `error: portkeep needs Node.js 20.19 or later; this is ${version}. Install a later one from https://nodejs.org.`,
  );
});

test.each(["20.19.0", "20.20.0", "21.0.0", "24.1.0", "100.0.0"])("Node.js %s will do", (version) => {
  expect(refusalOf(version, [])).toBeNull();
});

test.each([["--locale", "nl"], ["--locale=nl"]])("it is said in Dutch with %s", (...argv) => {
  expect(refusalOf("18.20.8", argv)).toMatch(/^fout: .* of nieuwer nodig; dit is 18\.20\.8\./);
});
