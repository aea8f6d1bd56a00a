import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Catalog } from "../../../src/fleet/catalog.ts";
import { catalogSites } from "../../../src/fleet/catalog-sites.ts";
import { builtInTable } from "../../../src/table/table.ts";
import { filesIn, portkeep } from "../console.ts";
import { fingerprint, folderToSign, signer, withKey } from "../signed.ts";

// Some hundreds of scripts are signed, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });
// The page has to be built first, and has tests of its own that do.
vi.mock("../../../src/cli/build/page-files.ts", () => ({
  pageFiles: async () => [["index.html", Buffer.from("page")]],
}));

test("catalog makes the whole set, signed, with what the page reads of it", async () => {
  const folder = folderToSign();
  const { code, stdout, stderr } = await portkeep(["catalog", "-o", "set", ...withKey, "--json"], folder);
  const count = catalogSites(builtInTable).length;
  expect(code).toBe(0);
  const old = catalogSites(builtInTable).filter(({ os }) => os?.includes("2003")).length;
  expect(stderr).toMatch(new RegExp(`^warning: .* refuse ${old} scripts of these: .*--hash sha1`, "m"));
  expect(JSON.parse(stdout)).toMatchObject({
    command: "catalog",
    sites: count,
    scripts: { all: count, new: count, kept: 0 },
    bundles: { all: count, replaced: 0 },
    manifest: { serial: 1 },
    errors: [],
    warnings: [{ code: "hash-unreadable" }],
    page: join("set", "index.html"),
  });
  expect(stderr).toContain(`\nNext, open ${join("set", "index.html")} in a browser.\nNext, wherever`);
  const read = (name: string) => readFileSync(join(folder, "set", name), "utf8");
  const catalog: Catalog = JSON.parse(read("catalog.json"));
  expect(catalog.scripts).toHaveLength(count);
  expect(catalog.changes).toContain("portkeep");
  const files = filesIn(join(folder, "set"));
  for (const { id, copies, bundles } of catalog.scripts) {
    expect(copies.map((copy) => copy.signer?.sha256)).toEqual([fingerprint(signer)]);
    for (const { path } of [...copies, ...bundles, { path: `scripts/${id}/entry.js` }]) {
      expect(files).toContain(path);
    }
  }
  expect(read("catalog.js")).toContain(catalog.scripts.at(-1)?.id ?? "?");

  const again = await portkeep(["catalog", "-o", "set", ...withKey, "--json"], folder);
  expect(JSON.parse(again.stdout)).toMatchObject({
    scripts: { new: 0, kept: count },
    manifest: { changed: false },
  });
  expect(filesIn(join(folder, "set"))).toEqual(files);
});

describe("catalog for some systems", () => {
  test("makes their scripts alone, in whose hash they can be signed", async () => {
    const folder = folderToSign();
    const options = ["--os", "windows-server-2003", "--os", "sbs-2003-premium", "--hash", "sha1", "--json"];
    const { code, stdout } = await portkeep(["catalog", "-o", "set", ...withKey, ...options], folder);
    expect([code, JSON.parse(stdout).warnings]).toEqual([0, []]);
    const catalog: Catalog = JSON.parse(readFileSync(join(folder, "set", "catalog.json"), "utf8"));
    const systems = new Set(catalog.scripts.map(({ os }) => os));
    expect([...systems].sort()).toEqual(["sbs-2003-premium", "windows-server-2003"]);
  });

  test("refuses one of which there are none, and names the others", async () => {
    const argv = ["catalog", "-o", "set", "--os", "windows-server-2022", "--json"];
    const { code, stdout } = await portkeep(argv, folderToSign());
    const allowed = expect.arrayContaining(["any", "windows-server-2003"]);
    expect([code, JSON.parse(stdout).error]).toMatchObject([
      2,
      { code: "value-not-allowed", facts: { allowed } },
    ]);
  });
});
