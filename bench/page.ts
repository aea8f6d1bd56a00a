import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { launchChromium } from "../test/page/chromium.ts";
import { type Row, row } from "./row.ts";

const rounds = 7;

/** How large the download page is, and how soon it can be used, beside an empty page in the same browser. */
export async function measurePage(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-bench-"));
  const browser = await launchChromium();
  try {
    await build({ configFile: "vite.page.config.ts", logLevel: "silent", build: { outDir: folder } });
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    writeFileSync(
      join(folder, "empty.html"),
      '<!doctype html><script>performance.mark("portkeep-ready")</script>',
    );
    const times = { page: [] as number[], empty: [] as number[], choice: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.empty.push((await readyAfter(browser, join(folder, "empty.html"))).ready);
      const { ready, choice } = await readyAfter(browser, join(folder, "index.html"));
      times.page.push(ready);
      times.choice.push(choice);
    }
    const page = middle(times.page);
    return [
      row("the page without the scripts", bytes / 1000, "kB", { atMost: 300 }),
      row("the page, until it can be used", page, "ms", { atMost: 1000 }),
      row("the same / an empty page", page / middle(times.empty), "x"),
      row("a choice, until its script is shown", middle(times.choice), "ms"),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** Opens a page in a window of its own; gives the milliseconds until it was ready, and those that a choice takes. */
async function readyAfter(browser: Browser, file: string): Promise<{ ready: number; choice: number }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    const ready = await page.evaluate('performance.getEntriesByName("portkeep-ready")[0].startTime');
    // Done from within, so that it is the page that is timed, and the layout with it.
    const choice = await page.evaluate(`(() => {
      const start = performance.now();
      document.querySelector("button.set:nth-of-type(2)")?.click();
      return document.body.offsetHeight && performance.now() - start;
    })()`);
    return { ready: Number(ready), choice: Number(choice) };
  } finally {
    await context.close();
  }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
