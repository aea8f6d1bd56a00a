import { describe, expect, test } from "vitest";
import { catalogSites } from "../../src/fleet/catalog-sites.ts";
import { checkSiteId } from "../../src/fleet/site.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { builtInTable } from "../../src/table/table.ts";

const sites = catalogSites(builtInTable);
// The seven of KB 956189, and which of its systems can have them, as the article tells.
const anywhere = ["ias", "l2tp", "autd", "ipsec"];
const premium = [...anywhere, "h323-gatekeeper", "isa-2000", "isa-2004"];

function choicesFor(os: string | undefined): string[] {
  return sites.flatMap((site) =>
    site.os === os && site.locale === "en" ? [(site.products ?? []).toSorted().join()] : [],
  );
}

/** Gives all non-empty subsets, by counting in binary. */
function subsets(ids: readonly string[]): string[] {
  return Array.from({ length: 2 ** ids.length - 1 }, (_, index) =>
    ids
      .filter((_, bit) => (index + 1) & (1 << bit))
      .sort()
      .join(),
  ).sort();
}

describe("the ready-made set has", () => {
  test.each([
    ["windows-server-2003", anywhere],
    ["sbs-2003-standard", anywhere],
    ["sbs-2003-premium", premium],
  ])("for %s every combination of the products that it can have", (os, ids) => {
    expect(choicesFor(os).sort()).toEqual(subsets(ids));
  });

  test("no other system of the article, since the others have no PowerShell", () => {
    expect([...new Set(sites.map(({ os }) => os))].filter((os) => os !== undefined).sort()).toEqual([
      "sbs-2003-premium",
      "sbs-2003-standard",
      "windows-server-2003",
    ]);
  });

  test("for any system, so that of today's Windows too, every combination of those that no system is bound to", () => {
    const combined = choicesFor(undefined).filter((ids) => premium.includes(ids.split(",")[0] ?? ""));
    expect(combined.sort()).toEqual(subsets(anywhere));
  });

  test("each other product by itself, for any system", () => {
    const others = builtInTable.products.map(({ id }) => id).filter((id) => !premium.includes(id));
    const single = choicesFor(undefined).filter((ids) => !premium.includes(ids.split(",")[0] ?? ""));
    expect(single).toEqual(others);
  });

  test("each of these in Dutch too", () => {
    const without = (locale: string) =>
      sites.flatMap(({ site: _, locale: own, ...rest }) => (own === locale ? [rest] : []));
    expect(without("nl")).toEqual(without("en"));
  });

  test("ids that differ and are ids of sites", () => {
    expect(new Set(sites.map(({ site }) => site.toLowerCase())).size).toBe(sites.length);
    for (const { site } of sites) checkSiteId(site);
  });

  test("only choices that there is a script for", () => {
    for (const { site: _, ...choice } of sites) expect(makePlan(choice).ranges.length).toBeGreaterThan(0);
  });
});
