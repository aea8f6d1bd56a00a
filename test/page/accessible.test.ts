import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBrowser, visit } from "./browser.ts";
import { makeSite } from "./site.ts";

const [browser, site] = await Promise.all([openBrowser(), makeSite()]);
const report = JSON.stringify({
  ...{
    portkeep: "1.0.0",
    schema: 1,
    action: "Report",
    computer: "SRV1",
    message: "Wanted ports are not reserved.",
  },
  findings: [
    "Pool 2500 1024 60000",
    "RangeAtRisk 1645-1646 IAS (KB 956189) 8.3",
    "RangeReserved 4500-4500 IPSEC (KB 956189)",
  ],
});

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
};

const states: Record<string, (page: Page) => Promise<unknown>> = {
  "as it opens": async () => {},
  "with a ready-made script": async (page) => {
    await page.locator("button.set").nth(1).click();
    await page.locator("a.download").waitFor();
    await page.locator("details").evaluateAll((all) => all.map((one) => one.setAttribute("open", "")));
  },
  "with a ready-made script for each part": async (page) => {
    await page.locator("#os").selectOption("windows-server-2019");
    await page.locator("#locale").selectOption("en");
    for (const id of ["ias", "nps"]) await page.locator(`#product-${id}`).check();
    await page.locator("a.download").nth(1).waitFor();
    await page.locator("details").evaluateAll((all) => all.map((one) => one.setAttribute("open", "")));
  },
  "with a command": async (page) => page.locator("#ports").fill("5000=Backup agent, 52000, 6000-6010"),
  "with a problem": async (page) => page.locator("#ports").fill("80"),
  "with a report": async (page) => {
    await page.locator("details.report > summary").click();
    await page.locator("#report").fill(report);
    await page.locator("details.report > button").click();
  },
};

const cases = Object.keys(looks).flatMap((look) => ["en", "nl"].map((language) => ({ look, language })));

test.each(cases)(
  "axe finds nothing wrong in any state of the page: $look, $language",
  async ({ look, language }) => {
    for (const [state, reach] of Object.entries(states)) {
      const { page } = await visit(browser, site.address, { ...looks[look], locale: language });
      await reach(page);
      await page.evaluate(axe.source);
      const { passes, violations } = (await page.evaluate("axe.run()")) as Findings;
      expect(passes.length).toBeGreaterThan(15);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect({ state, found }).toEqual({ state, found: [] });
    }
  },
);

interface Findings {
  passes: unknown[];
  violations: { id: string; nodes: { html: string }[] }[];
}

test.each(Object.keys(states))("on a phone nothing sticks out to the side, %s", async (state) => {
  const { page } = await visit(browser, site.address, looks.phone);
  await states[state]?.(page);
  const [page_, window_] = (await page.evaluate(
    "[document.documentElement.scrollWidth, innerWidth]",
  )) as number[];
  expect(page_).toBe(window_);
});
