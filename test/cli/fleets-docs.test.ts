import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { siteKeys } from "../../src/fleet/site.ts";
import { makePfx } from "../signing/keys/pfx/pfx.ts";
import { page, portkeep } from "./console.ts";
import { folderToSign, root, signer } from "./signed.ts";

// The ready-made set is made whole, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });
// The page has to be built first, and has tests of its own that do.
vi.mock("../../src/cli/page-files.ts", () => ({
  pageFiles: async () => [["index.html", Buffer.from("page")]],
}));

const text = page("fleets.md");
const blocks = (kind: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, "gms"))].map(([, block = ""]) => block);

test("the commands on the page of fleets work, one after the other, on its own list", async () => {
  const pfx = await makePfx(signer, "secret");
  const folder = folderToSign({ "signer.pfx": pfx, "company-root.cer": root.certificatePem });
  writeFileSync(join(folder, "sites.csv"), blocks("csv")[0] ?? "");
  const commands = blocks("sh").flatMap((block) => block.trim().split("\n"));
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) {
    const [, ...argv] = command.split(" ");
    const outcome = await portkeep(argv, folder, "", { ask: async () => "secret" });
    expect([command, outcome.code, outcome.stderr]).toEqual([command, 0, expect.anything()]);
  }
});

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
