import { describe, expect, test } from "vitest";
import { gpo } from "../../src/delivery/gpo/bundle.ts";
import { raw } from "../../src/delivery/raw/bundle.ts";
import { systemWithoutHash } from "../../src/delivery/unread-hash.ts";
import { textOf } from "./bundle.ts";
import { signedPackage, unsignedPackage } from "./package.ts";

const old = { products: ["ias"], os: "windows-server-2003" };
const note = "This signature is none for Windows Server 2003.";

describe.each([
  ["raw", raw],
  ["gpo", gpo],
])("the README of the bundle %s", (_, bundle) => {
  test.each([
    ["SHA-256 for Windows Server 2003", old, "sha256", true],
    ["SHA-1 for Windows Server 2003", old, "sha1", false],
    ["SHA-256 for a later Windows", { products: ["ias"], os: "windows-server-2008-r2" }, "sha256", false],
    ["SHA-256 for any Windows", { products: ["ias"] }, "sha256", false],
  ] as const)("says whether the server can read the signature: %s", async (_case, choice, hash, said) => {
    const readme = textOf(await bundle(await signedPackage(choice, undefined, hash)), "README.md");
    expect(readme.includes(note)).toBe(said);
  });
});

test("a script that nobody signed has no hash that could be wrong", () => {
  expect(systemWithoutHash(unsignedPackage(old))).toBeNull();
});
