import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { Catalog, CatalogScript } from "../../src/fleet/catalog.ts";
import { entryScript, indexScript, isOwnPath } from "../../src/page/catalog.ts";

const copy = {
  path: "scripts/x/y.ps1",
  bytes: 1,
  sha256: "0",
  signer: null,
  hash: null,
  validTo: null,
  timestamp: null,
};
const script: CatalogScript = {
  ...{
    id: "a".repeat(64),
    name: "portkeep.ps1",
    settingsId: "0123456789abcdef",
    locale: "en",
    products: ["ias"],
  },
  ...{ os: null, systems: [], backend: "auto", ranges: [], copies: [copy], bundles: [] },
};
const catalog: Catalog = {
  ...{
    schema: 1,
    version: "1.2.3",
    changes: "- all",
    systems: [],
    products: [],
    parameters: [],
    exitCodes: [],
  },
  scripts: [script],
};

test("the index hands over the version, what changed in it, and the id for each settings id", () => {
  const window: Record<string, unknown> = {};
  runInNewContext(indexScript(catalog), window);
  expect(window.portkeepCatalog).toEqual({
    schema: 1,
    version: "1.2.3",
    changes: "- all",
    scripts: { "0123456789abcdef": "a".repeat(64) },
  });
});

describe("an entry hands over", () => {
  const handed = (signed: string) => {
    const entries: unknown[] = [];
    const portkeepEntry = (entry: unknown) => entries.push(entry);
    runInNewContext(entryScript(script, [Buffer.from(signed, "latin1")]), { portkeepEntry });
    return entries;
  };

  test("all of the script, and what signing added to it", () => {
    const signature = "\r\n# SIG # Begin signature block\r\n# AAAA\r\n# SIG # End signature block\r\n";
    expect(handed(`'text'\r\n${signature.slice(2)}`)).toEqual([
      { ...script, copies: [{ ...copy, signature }] },
    ]);
  });

  test("no signature where there is none", () => {
    expect(handed("'text'\r\n")).toEqual([{ ...script, copies: [{ ...copy, signature: "" }] }]);
  });
});

test.each([
  ["bundles/gpo.zip", true],
  ["scripts/ab/c-1_2.ps1", true],
  ["../x.zip", false],
  ["a/../x.zip", false],
  ["/etc/x", false],
  ["//host/x", false],
  ["javascript:alert(1)", false],
  ["https://host/x", false],
  ["a\\b", false],
  ["", false],
])("%j may be linked to: %s", (path, own) => {
  expect(isOwnPath(path)).toBe(own);
});
