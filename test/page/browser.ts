import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { installPrograms } from "../rig/packages.ts";

const found = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
// Beside the requests that are watched: no name leads anywhere.
const alone = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1";

/** Starts Debian's Chromium, installed where it is missing, for as long as the test file runs. */
export async function openBrowser(): Promise<Browser> {
  await installPrograms([{ program: "chromium", packages: ["chromium"] }]);
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [...found, ...quiet, alone],
  });
  afterAll(() => browser.close());
  return browser;
}

export interface Visit {
  page: Page;
  /** Each request that went elsewhere than to the page's own place, and all that the console said. */
  complaints: string[];
}

/** Opens an address in a window of its own, English unless told otherwise, and watches it. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: "en-US", ...options });
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
