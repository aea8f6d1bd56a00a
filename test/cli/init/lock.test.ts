import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, filesIn, portkeep } from "../console.ts";
import { sitesIn } from "./sites-in.ts";

const names = Array.from({ length: 8 }, (_, index) => `c${index}`);
const add = (folder: string, name: string) => portkeep(["init", "--site", name, "--product", "ias"], folder);

test.each([
  ["a list that is there", "site,products\nold,ias\n"],
  ["a new list", null],
])("sites that are added to %s at the same time are all in it", async (_, before) => {
  const folder = emptyFolder();
  const file = join(folder, "sites.csv");
  if (before) writeFileSync(file, before);
  const outcomes = await Promise.all(names.map((name) => add(folder, name)));
  expect(outcomes.map(({ code }) => code)).toEqual(names.map(() => 0));
  const ids = (await sitesIn(file)).map(({ site }) => site);
  expect(ids.toSorted()).toEqual([...names, ...(before ? ["old"] : [])]);
  expect(filesIn(folder)).toEqual(["sites.csv"]);
});

test("a lock that was left behind stays, and is named with the way out", async () => {
  const folder = emptyFolder();
  const lock = join(folder, ".sites.csv.lock");
  writeFileSync(lock, "");
  const hourAgo = Date.now() / 1000 - 3600;
  utimesSync(lock, hourAgo, hourAgo);
  const { code, stderr } = await add(folder, "a");
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${lock} `)]);
  expect(existsSync(lock)).toBe(true);
});

test("nothing is locked any more where the new site is refused", async () => {
  const folder = emptyFolder();
  await add(folder, "a");
  expect(await add(folder, "A")).toMatchObject({ code: 2 });
  expect(filesIn(folder)).toEqual(["sites.csv"]);
});
