import { describe, expect, test } from "vitest";
import { siteChoice } from "../../src/fleet/site-choice.ts";

test("a site's choice is what it says, and for all else what its list leaves open", () => {
  const site = { site: "a", products: ["ias"], os: "windows-server-2003", locale: "nl" as const };
  expect(siteChoice(site, { locale: "en", allowWide: true })).toEqual({
    products: ["ias"],
    os: "windows-server-2003",
    locale: "nl",
    allowWide: true,
  });
});

describe("no choice is", () => {
  test.each([
    ["a site with nothing to reserve", { products: [], ports: [] }, "site-without-choice"],
    ["a system without PowerShell", { ports: ["5000"], os: "sbs-2000" }, "site-without-powershell"],
    ["a bundle for such a system", { products: ["sbs-2000"] }, "site-without-powershell"],
    ["a system that nobody knows", { products: ["ias"], os: "windows-3.1" }, "unknown-system"],
  ])("%s", (_, given, code) => {
    expect(() => siteChoice({ site: "a", ...given }, {})).toThrow(expect.objectContaining({ code }));
  });

  test("a system of the user's own table that has no PowerShell", () => {
    const systems = [
      { id: "nt", name: "NT 4", version: "5.0", powershell: false, backends: ["reserved-ports" as const] },
    ];
    const site = { site: "a", ports: ["5000"], os: "nt" };
    expect(() => siteChoice(site, { table: { systems } })).toThrow(
      expect.objectContaining({ code: "site-without-powershell", facts: { name: "NT 4" } }),
    );
  });
});
