import { expect, test } from "vitest";
import { siteKeys } from "../../src/fleet/site.ts";
import { portkeep } from "../cli/console.ts";
import { folderToSign } from "../cli/signed.ts";
import { blocksOf, textOf } from "./pages.ts";

const blocks = (kind: string) => blocksOf("fleets.md", kind);
const text = textOf("fleets.md");

test("the error on the page is the one that is told", async () => {
  const [shown = ""] = blocks("").filter((block) => block.startsWith("error:"));
  const folder = folderToSign({
    "sites.csv": (blocks("csv")[0] ?? "").replace("sbs-2003-standard", "sbs-2003-standart"),
  });
  const { stderr } = await portkeep(["build", "sites.csv"], folder);
  const [first = "", ...frame] = shown.trimEnd().split("\n");
  expect(stderr).toContain(first.replace(/ …$/, ""));
  for (const line of frame) expect(stderr.split("\n")).toContain(line);
});

test("the page names every key of a site, and no other", () => {
  const [, table = ""] = /\| key \| value \|\n\|---\|---\|\n(.*?)\n\n/s.exec(text) ?? [];
  expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key).sort()).toEqual(siteKeys.toSorted());
});

test("each JSON on the page is JSON, but for what is left out of it", () => {
  for (const block of blocks("json")) expect(() => JSON.parse(block)).not.toThrow();
});
