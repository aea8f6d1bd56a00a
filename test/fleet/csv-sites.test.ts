import { describe, expect, test } from "vitest";
import { build, emptyFolder, entriesOf, manifestIn, placesOf, sources } from "./fleet.ts";

/** Builds a CSV text, and gives what is wrong with it. */
async function faultsOf(text: string): Promise<unknown[][]> {
  const { faults } = await build(sources.csv(text));
  return placesOf(faults);
}

describe("a CSV list", () => {
  test("has a column for each key, in any order, and needs no other than the id", async () => {
    const folder = emptyFolder();
    await build(sources.csv("Ports, site ,PRODUCTS\r\n5000=A 6000,berlin,ias ipsec\r\n"), { folder });
    const [line] = manifestIn(folder);
    expect(line).toMatchObject({ site: "berlin" });
    expect(line?.ranges).toEqual(["1645-1646", "1812-1813", "4500-4500", "5000-5000", "6000-6000"]);
  });

  test("may have semicolons and begin with a blank row", async () => {
    const { faults } = await build(sources.csv("   \nsite;products\na;iass\n"));
    expect(placesOf(faults)).toEqual([["unknown-product", 3, 3, "products"]]);
  });

  test("takes an empty cell as one that was left out", async () => {
    const text =
      "site,products,ports,backend,os,reboot,restartDns,locale\na,ias,,,,,,\nb,ias,,auto,,Never,Never,en\n";
    expect((await build(sources.csv(text))).scripts).toHaveLength(1);
  });

  test.each([
    ["fewer cells in a row", "site,products,os\na,ias\n"],
    ["more cells in a row, which are empty", "site,products\na,ias,, \n"],
    ["a column without a name, which is empty", "site,,products\na,,ias\n"],
    ["several such columns at its end", "site,products,, \na,ias,,\n"],
  ])("may have %s", async (_, text) => {
    const folder = emptyFolder();
    expect(await build(sources.csv(text), { folder })).toMatchObject({ sites: 1, failed: 0 });
    expect(manifestIn(folder)[0]?.ranges).toEqual(["1645-1646", "1812-1813"]);
  });

  test("may have no text in a column without a name", async () => {
    expect(await faultsOf("site,,products\na,b,ias\n")).toEqual([["cell-without-column", 2, 3, null]]);
  });

  test.each([
    ["an unknown column", "site,product\na,ias\n", ["unknown-key", 1, 6]],
    ["the same column twice", "site,os,os\na,,\n", ["duplicate-key", 1, 9]],
    ["no column for the id", "products\nias\n", ["missing-key", 1, 1]],
    ["quotes in its first row that do not fit", '"site,products\na,ias\n', ["csv-quote-open", 1, 1]],
  ])("with %s is refused whole", async (_, text, [code, line, column]) => {
    await expect(entriesOf(sources.csv(text))).rejects.toMatchObject({ code, place: { line, column } });
  });
});

describe("what is wrong in a row is told at its cell", () => {
  test.each([
    ["an id that is none", "a b,ias,,", ["site-id-form", 2, 1, "site"]],
    ["no id", ",ias,,", ["site-id-form", 2, 1, "site"]],
    ["an unknown product", "a,iass,,", ["unknown-product", 2, 3, "products"]],
    ["an unknown product in quotes", '"a","iass",,', ["unknown-product", 2, 5, "products"]],
    ["a bad port", "a,,99999,", ["port-too-high", 2, 4, "ports"]],
    ["a bad label", "a,,5000=a;b,", ["label-characters", 2, 4, "ports"]],
    ["an unknown system", "a,ias,,windows-3.1", ["unknown-system", 2, 8, "os"]],
    ["a product that the system cannot have", "a,isa-2004,,", ["product-not-on-system", 2, 3, "products"]],
    ["a system without PowerShell", "a,ias,,sbs-2000", ["site-without-powershell", 2, 8, "os"]],
    ["a bundle for such a system", "a,sbs-2000,,", ["site-without-powershell", 2, 3, "products"]],
    ["bundles for two systems", "a,sbs-2000 all,,", ["system-conflict", 2, 3, "products"]],
    ["a system on which nothing is known to work", "a,ias,,windows-server-2008", ["no-backend", 2, 8, "os"]],
    ["nothing to reserve", "a,,,", ["site-without-choice", 2, 1, "site"]],
    ["a cell too many", "a,ias,,,x", ["cell-without-column", 2, 9, null]],
    ["text after a quote", 'a,"ias"x,,', ["csv-quote-inside", 2, 3, null]],
    ["a quote that never closes", 'a,"ias,,', ["csv-quote-open", 2, 3, null]],
  ])("%s", async (_, row, fault) => {
    expect(await faultsOf(`site,products,ports,os\n${row}\nlast,ias,,\n`)).toEqual([fault]);
  });

  test("also below a row of several lines", async () => {
    const wanted = [["port-not-a-range", 4, 3, "ports"]];
    expect(await faultsOf('site,ports\na,"5000\n6000"\nb,"x\ny"\n')).toEqual(wanted);
  });

  test("with the line shown", async () => {
    const { faults } = await build(sources.csv("site,products\na,ias\nb,iass\n"));
    expect(faults[0]?.place).toMatchObject({ file: "sites.csv", frame: "> 3 | b,iass\n    |   ^" });
  });

  test("and no other site is lost", async () => {
    const fleet = await build(sources.csv("site,products\na,ias\nb,iass\nc,ipsec\n"));
    expect([fleet.sites, fleet.failed]).toEqual([2, 1]);
  });
});
