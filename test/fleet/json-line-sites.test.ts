import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build, emptyFolder, linesOf, manifestIn, placesOf, sources } from "./fleet.ts";

async function faultsOf(text: string): Promise<unknown[][]> {
  const { faults } = await build(sources.jsonl(text));
  return placesOf(faults);
}

test("JSON Lines have a site a line; empty lines are passed over", async () => {
  const folder = emptyFolder();
  const text = '{"site":"a","products":["ias"]}\r\n\r\n{ "products": ["ipsec"], "site" : "b" }';
  await build(sources.jsonl(text), { folder });
  expect(manifestIn(folder).map(({ site, ranges }) => [site, ranges])).toEqual([
    ["a", ["1645-1646", "1812-1813"]],
    ["b", ["4500-4500"]],
  ]);
});

describe("what is wrong in a line is told at its place", () => {
  test.each([
    ["no JSON", "{site: 1}", ["json-line", 2, 2, null]],
    ["a comma too many", '{"site":"a",}', ["json-line", 2, 13, null]],
    ["a word that is none", '{"site":"a","os":nil}', ["json-line", 2, 18, null]],
    ["a line that ends too early", '{"site":"a"', ["json-line", 2, 12, null]],
    ["two objects", '{"site":"a"}{}', ["json-line", 2, 13, null]],
    ["a list", '["a"]', ["wrong-type", 2, 1, ""]],
    ["a text", '"a"', ["wrong-type", 2, 1, ""]],
    ["no id", '{"products":["ias"]}', ["missing-key", 2, 1, ""]],
    ["an id that is a number", '{"site":1,"products":["ias"]}', ["wrong-type", 2, 9, "site"]],
    ["an id with an escape", '{"site":"a\\n","products":["ias"]}', ["site-id-form", 2, 9, "site"]],
    ["an unknown key", '{"site":"a","product":["ias"]}', ["unknown-key", 2, 13, "product"]],
    ["a key twice", '{"site":"a","site":"b","products":["ias"]}', ["duplicate-key", 2, 13, ""]],
    ["a text for a list", '{"site":"a","products":"ias"}', ["wrong-type", 2, 24, "products"]],
    ["an unknown product", '{"site":"a","products":["iass"]}', ["unknown-product", 2, 24, "products"]],
    [
      "a word that is not possible",
      '{"site":"a","products":["ias"],"reboot":"no"}',
      ["value-not-allowed", 2, 41, "reboot"],
    ],
    [
      "a key of every object",
      '{"site":"a","products":["ias"],"__proto__":{}}',
      ["unknown-key", 2, 32, "__proto__"],
    ],
  ])("%s", async (_, line, fault) => {
    const good = '{"site":"first","products":["ias"]}';
    const text = `${good}\n${line}\n${good.replace("first", "last")}\n`;
    expect(await faultsOf(text)).toEqual([fault]);
  });

  test("and each time, though the rest of the line was seen before", async () => {
    const line = '{"site":"a","products":["iass"]}';
    expect(await faultsOf(`${line}\n${line.replace('"a"', '"b"')}\n`)).toHaveLength(2);
  });
});

test("whatever ids and labels are written like, each site has its own choice", async () => {
  // Texts in which the key, quotes and backslashes stand where they mean nothing.
  const word = fc.constantFrom("a", "site", '"site":"x"', '\\"site\\":\\"x\\"', "\\", "iass", "ias");
  const site = fc.record({
    site: word,
    products: fc.array(word, { maxLength: 2 }),
    ports: fc.array(fc.constantFrom("5000", "5000=site", "6000=a"), { maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(site, { minLength: 2, maxLength: 4 }), async (sites) => {
      const [together, apart] = await Promise.all([
        build(sources.jsonl(linesOf(sites))),
        build(sources.jsonl(linesOf(sites.map((one) => ({ ...one, locale: "en" }))), 7)),
      ]);
      expect(placesOf(together.faults).map(([code, line]) => [code, line])).toEqual(
        placesOf(apart.faults).map(([code, line]) => [code, line]),
      );
      expect(together.scripts.map(({ id }) => id)).toEqual(apart.scripts.map(({ id }) => id));
    }),
    { numRuns: 40 },
  );
});

test("a line that is no JSON is told, whatever good lines consist of the same parts", async () => {
  const parts = ["{", "}", ",", '"site":"b"', '"products":["ias"]'];
  const line = fc.shuffledSubarray(parts, { minLength: 4 }).map((some) => some.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
      const good = '{"site":"a","products":["ias"]}';
      const told = await faultsOf([good, good, ...lines].join("\n"));
      const broken = lines.flatMap((one, index) => (isJson(one) ? [] : [index + 3]));
      expect(told.filter(([code]) => code === "json-line").map(([, number]) => number)).toEqual(broken);
    }),
    { examples: [[['{,"site":"b""products":["ias"]}', '{,"products":["ias"]"site":"b"}']]], numRuns: 40 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
