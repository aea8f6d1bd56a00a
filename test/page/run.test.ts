import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runScript } from "../rig/run.ts";
import { freshMachine } from "../script/machine.ts";
import { openBrowser, visit } from "./browser.ts";
import { makeSite } from "./site.ts";

const [browser, site] = await Promise.all([openBrowser(), makeSite()]);

test("a downloaded script reserves on Windows what the page said, and its report leads back to the choice", async () => {
  const { page } = await visit(browser, site.address, { acceptDownloads: true });
  await page.getByRole("button", { name: "2003 Standard Edition" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download portkeep-/ }).click();
  const script = readFileSync(await (await saving).path());
  const ranges = await page.getByRole("rowheader").allInnerTexts();
  const codes = await page.getByText("With Test it changes nothing").innerText();

  await freshMachine(["3343-3343"]);
  const report = await runScript(script, { arguments: ["-Action", "Report"] });
  const applied = await runScript(script);
  expect(applied.exitCode).toBe(3010);
  const tested = await runScript(script, { arguments: ["-Action", "Test"] });
  expect(tested.exitCode).toBe(3010);
  expect(codes).toContain("3010 or 3011 is reserved, as soon as the server or the DNS Server has restarted");
  const said = ranges.map((text) => text.replace(/^(\d+)$/, "$1\u2013$1").replace("\u2013", "-"));
  expect(applied.result).toMatchObject({ value: [...said.slice(0, 4), "3343-3343", ...said.slice(4)] });

  await page.reload();
  await page.getByText("Paste a report").click();
  await page.getByLabel("What a script of portkeep printed").fill(report.stdout);
  await page.getByRole("button", { name: "Read the report" }).click();
  expect(await page.getByRole("rowheader").allInnerTexts()).toEqual(ranges);
});
