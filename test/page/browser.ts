import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";
import { launchChromium } from "./chromium.ts";

/** Starts the browser for as long as the test file runs. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  afterAll(() => browser.close());
  return browser;
}

export interface Visit {
  page: Page;
  /** Each request that went elsewhere than to the page's own place, and all that the console said. */
  complaints: string[];
}

/** Opens an address in a window of the test's own, English unless told otherwise, and watches it. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: "en-US", ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const home = address.slice(0, address.lastIndexOf("/") + 1);
  context.on("request", (request) => {
    if (!request.url().startsWith(home) && request.url() !== "data:,")
      complaints.push(`request to ${request.url()}`);
  });
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints };
}
