import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { build } from "vite";
import { afterAll, expect, test } from "vitest";
import type { Catalog } from "../../src/fleet/catalog.ts";
import { builtProgram } from "../cli/built-program.ts";
import { pki } from "../signing/pki.ts";
import { openBrowser, visit } from "./browser.ts";

const { signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-catalogue-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the program, as it is installed, make its whole catalogue. */
async function makeCatalogue(): Promise<Catalog> {
  const program = await builtProgram();
  await build({
    configFile: "vite.page.config.ts",
    logLevel: "silent",
    build: { outDir: join(dirname(program), "page") },
  });
  const { keyFile, chainFile } = signers.p256;
  await execa("node", [program, "catalog", "-o", folder, "--sign-key", keyFile, "--sign-cert", chainFile]);
  return JSON.parse(readFileSync(join(folder, "catalog.json"), "utf8"));
}

const [browser, catalog] = await Promise.all([openBrowser(), makeCatalogue()]);
const address = pathToFileURL(join(folder, "index.html")).href;

test("every script of the catalogue can be chosen on the page, and is saved as it lies there", async () => {
  const { page, complaints } = await visit(browser, address, { acceptDownloads: true });
  const sample = catalog.scripts.filter((_, index) => index % 50 === 7);
  expect(sample.length).toBeGreaterThan(4);
  for (const { products, os, locale, copies } of sample) {
    await page.reload();
    await page.getByLabel("Windows version").selectOption(os ?? "");
    for (const id of products) await page.locator(`#product-${id}`).check();
    await page.getByLabel("Language of the script").selectOption(locale);
    const saving = page.waitForEvent("download");
    await page.locator("a.download").click();
    const bytes = readFileSync(await (await saving).path());
    expect(bytes.equals(readFileSync(join(folder, copies[0]?.path ?? "")))).toBe(true);
  }
  expect(complaints).toEqual([]);
});

test("each set that has a script of PowerShell is ready-made", async () => {
  const { page } = await visit(browser, address);
  for (const set of (await page.locator("button.set").all()).slice(1)) {
    await set.click();
    expect(await page.locator("#status").innerText()).toContain("A ready-made script is below.");
  }
});

test.each(["ias", "l2tp", "l2tp,ipsec", "ias,l2tp,autd,ipsec"])(
  "for today's Windows %s is ready-made too",
  async (choice) => {
    const { page } = await visit(browser, address);
    await page.getByLabel("Windows version").selectOption("windows-server-2022");
    for (const id of choice.split(",")) await page.locator(`#product-${id}`).check();
    expect(await page.locator("#status").innerText()).toContain("A ready-made script is below.");
  },
);

test("for Network Policy Server with L2TP on today's Windows two are, and both are saved as they lie there", async () => {
  const { page } = await visit(browser, address, { acceptDownloads: true });
  await page.getByLabel("Windows version").selectOption("windows-server-2022");
  for (const id of ["nps", "l2tp"]) await page.locator(`#product-${id}`).check();
  expect(await page.locator("#status").innerText()).toContain("2 ready-made scripts are below");
  await page.locator("a.download").nth(1).waitFor();
  for (const [index, product] of ["l2tp", "nps"].entries()) {
    const saving = page.waitForEvent("download");
    await page.locator("a.download").nth(index).click();
    const script = catalog.scripts.find(
      ({ products, os, locale }) => products.join() === product && os === null && locale === "en",
    );
    const saved = readFileSync(await (await saving).path());
    expect(saved.equals(readFileSync(join(folder, script?.copies[0]?.path ?? "")))).toBe(true);
  }
});

test("with the list of all scripts the page still has less than 300 KB", () => {
  const files = readdirSync(folder).filter((name) => /\.(html|css|js)$/.test(name));
  expect(files.sort()).toEqual(["catalog.js", "index.html", "page.css", "page.js"]);
  expect(files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(300_000);
});

test("its bundles are beside it, under the links that the page has for them", async () => {
  const { page } = await visit(browser, address);
  await page.locator("button.set").nth(1).click();
  await page.locator("a.download").waitFor();
  const links = await page
    .locator("main li a[download]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(statSync(join(folder, link ?? "")).size).toBeGreaterThan(0);
});
