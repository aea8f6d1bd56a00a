import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBrowser, visit } from "./browser.ts";
import { bytesAt, makeSite } from "./site.ts";

const [browser, site] = await Promise.all([openBrowser(), makeSite()]);

/** Presses Tab until what has the focus bears a name; gives how often that took. */
async function tabTo(page: Page, name: RegExp): Promise<number> {
  for (let count = 1; count < 80; count++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(
      "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent",
    );
    if (name.test(String(focused))) return count;
  }
  throw new Error(`Tab never came to ${name}`);
}

test("by the keyboard alone, from the open page to the script on the disk", async () => {
  const { page } = await visit(browser, site.address, { acceptDownloads: true });
  await tabTo(page, /^Internet Authentication Service/);
  await page.keyboard.press("Space");
  await tabTo(page, /^Download portkeep/);
  const saving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const script = site.catalog.scripts.find(({ products }) => products.join() === "ias");
  expect(readFileSync(await (await saving).path()).equals(bytesAt(site, script?.copies[0]?.path ?? ""))).toBe(
    true,
  );
});

test("whatever Tab comes to can be seen to have the focus", async () => {
  const { page } = await visit(browser, site.address);
  await page.getByRole("button", { name: "2003 Standard Edition" }).click();
  await page.getByRole("link", { name: /^Download/ }).waitFor();
  await page.locator("body").focus();
  const styles = new Set<unknown>();
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press("Tab");
    styles.add(
      await page.evaluate(
        "document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle",
      ),
    );
  }
  styles.delete(true);
  expect([...styles]).toEqual(["solid"]);
});

test("the first Tab offers to skip to the result", async () => {
  const { page } = await visit(browser, site.address);
  expect(await tabTo(page, /^Skip to the script/)).toBe(1);
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("status");
});

test("the focus stays where it is when the result changes, and when the language does", async () => {
  const { page } = await visit(browser, site.address);
  await tabTo(page, /^WireGuard/);
  await page.keyboard.press("Space");
  expect(await page.evaluate("document.activeElement.id")).toBe("product-wireguard");
  await page.getByRole("button", { name: "Nederlands" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("English");
});

test("Enter in a field sends nothing anywhere", async () => {
  const { page, complaints } = await visit(browser, site.address);
  await page.getByLabel("Own ports").fill("5000");
  await page.keyboard.press("Enter");
  expect(page.url()).toBe(site.address);
  expect(complaints).toEqual([]);
});
