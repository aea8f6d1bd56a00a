import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { portkeep } from "../cli/console.ts";
import { openBrowser, visit } from "./browser.ts";
import { serve } from "./serve.ts";
import { sha256 } from "./sha256.ts";
import { makeSite } from "./site.ts";

const [browser, site, bare] = await Promise.all([openBrowser(), makeSite(), makeSite({ empty: true })]);

describe.each([
  ["from a file", site.address],
  ["from a web server", await serve(site.folder)],
  ["without a catalogue", bare.address],
])("%s, for a Windows without PowerShell", (_, address) => {
  const opened = async () => {
    const { page } = await visit(browser, address, { acceptDownloads: true });
    await page.getByRole("button", { name: "Small Business Server 2000", exact: true }).click();
    return page;
  };

  test("the page makes the VBScript that the command makes which it shows to compare with", async () => {
    const page = await opened();
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Download portkeep-sbs-2000-.*\.vbs/ }).click();
    const bytes = readFileSync(await (await saving).path());
    const shown = await page.locator("#render-command").innerText();
    for (const command of [shown, "portkeep render --product sbs-2000 --format vbs"]) {
      const { bytes: rendered } = await portkeep([...command.split(" ").slice(1), "-o", "-"]);
      expect(bytes.equals(rendered)).toBe(true);
    }
    expect(await page.getByRole("main").innerText()).toContain(sha256(bytes));
  });

  test("the page says that it made the script itself, and calls none ready-made or signed", async () => {
    const page = await opened();
    expect(await page.locator("#status").innerText()).toMatch(/ This page made a VBScript, below\.$/);
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("This page made it, and nobody signed it");
    expect(text).toContain(`portkeep ${version}`);
    expect(text).not.toContain("ready-made script");
  });
});
