import { expect, test } from "vitest";
import { readsHash } from "../../src/signing/reads-hash.ts";
import { findSystem } from "../../src/table/lookup.ts";
import { builtInTable } from "../../src/table/table.ts";

test.each([
  ["windows-server-2003", "sha1", true],
  ["windows-server-2003", "sha256", false],
  ["sbs-2003-standard", "sha384", false],
  ["sbs-2003-premium", "sha256", false],
  ["windows-server-2008", "sha256", true],
  ["windows-server-2025", "sha1", true],
] as const)("a script signed for %s with %s can be read there: %s", (id, hash, wanted) => {
  expect(readsHash(findSystem(builtInTable, id) ?? null, hash)).toBe(wanted);
});

test("where no system is named, nothing speaks against a hash", () => {
  expect(readsHash(null, "sha256")).toBe(true);
});
