import { describe, expect, test } from "vitest";
import { build, emptyFolder, entriesOf, manifestIn, placesOf, sources } from "./fleet.ts";

test("YAML has a list of sites", async () => {
  const folder = emptyFolder();
  await build(sources.yaml("- site: a\n  products: [ias]\n- site: b\n  ports: ['5000=Agent 7']\n"), {
    folder,
  });
  expect(manifestIn(folder).map(({ site, ranges }) => [site, ranges])).toEqual([
    ["a", ["1645-1646", "1812-1813"]],
    ["b", ["5000-5000"]],
  ]);
});

test("JSON is read likewise", async () => {
  expect((await build(sources.yaml('[{"site": "a", "products": ["ias"]}]'))).sites).toBe(1);
});

describe("what is wrong with a site is told at its place", () => {
  test.each([
    ["an id that is a number", "- site: 1\n  products: [ias]", ["wrong-type", 3, 9, "[1].site"]],
    ["an unknown product", "- site: b\n  products: [iass]", ["unknown-product", 4, 13, "[1].products"]],
    ["an unknown key", "- site: b\n  product: [ias]", ["unknown-key", 4, 3, "[1].product"]],
    ["an id that is taken", "- site: A\n  products: [ias]", ["site-id-taken", 3, 9, "[1].site"]],
    ["no map", "- b", ["wrong-type", 3, 3, "[1]"]],
    ["nothing", "-", ["wrong-type", 3, 2, "[1]"]],
  ])("%s", async (_, text, fault) => {
    const { faults, sites } = await build(sources.yaml(`- site: a\n  products: [ias]\n${text}\n`));
    expect([placesOf(faults), sites]).toEqual([[fault], 1]);
  });
});

describe("refused whole is", () => {
  test.each([
    ["a map", "site: a", "wrong-type"],
    ["a text", "a", "wrong-type"],
    ["what is no YAML", "- site: [", "yaml-syntax"],
  ])("%s", async (_, text, code) => {
    await expect(entriesOf(sources.yaml(text))).rejects.toMatchObject({ code });
  });

  test("a list of more than 10,000 sites, and not one of 10,000", async () => {
    const list = (count: number) => `[${Array.from({ length: count }, () => "0").join(",")}]`;
    expect(await entriesOf(sources.yaml(list(10_000)))).toHaveLength(10_000);
    await expect(entriesOf(sources.yaml(list(10_001)))).rejects.toMatchObject({
      code: "sites-too-many",
      facts: { limit: 10_000 },
    });
  });
});
