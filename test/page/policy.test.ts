import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entryPath } from "../../src/page/catalog.ts";
import { builtInTable } from "../../src/table/table.ts";
import { openBrowser, visit } from "./browser.ts";
import { serve } from "./serve.ts";
import { makeSite } from "./site.ts";

const [browser, site, bare] = await Promise.all([openBrowser(), makeSite(), makeSite({ empty: true })]);
const files = readdirSync(site.folder, { withFileTypes: true }).filter((entry) => entry.isFile());
const textOf = (name: string) => readFileSync(join(site.folder, name), "utf8");

test("the page is less than 300 KB without the scripts", () => {
  expect(files.map(({ name }) => name).sort()).toEqual([
    "catalog.js",
    "index.html",
    "page.css",
    "page.js",
    "third-party-licenses.txt",
  ]);
  const bytes = files.reduce((sum, { name }) => sum + statSync(join(site.folder, name)).size, 0);
  expect(bytes).toBeLessThan(300_000);
});

test("no code in it turns text into markup or code", () => {
  expect(textOf("page.js")).not.toMatch(
    /\.(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
  );
  expect(textOf("index.html")).not.toMatch(/<script[^>]*>[^<]|<style|\son\w+=|style=/);
});

test("it names no place outside itself but the sources that it links to", () => {
  const hosts = [...textOf("page.js").matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
  const linked = builtInTable.sources.flatMap(({ url }) => (url ? [new URL(url).host] : []));
  // Names that nobody fetches: of the drawings' markup, and in an error of the Handlebars runtime.
  expect(hosts.filter((host = "") => !["www.w3.org", "handlebarsjs.com", ...linked].includes(host))).toEqual(
    [],
  );
});

describe.each([
  ["a file", site.address],
  ["a web server", await serve(site.folder)],
])("opened from %s, the policy of the page stops", (_, address) => {
  test.each([
    ["eval", "eval('1')"],
    ["a function made of text", "new Function('return 1')()"],
    ["markup made of text", "document.body.innerHTML = '<b>x</b>'"],
    ["a script from elsewhere", "document.createElement('script').src = 'https://example.com/x.js'"],
    ["a second policy for scripts", "trustedTypes.createPolicy('other', {})"],
    ["a request", "fetch('https://example.com/')"],
    ["a request to its own place", "fetch('catalog.js')"],
  ])("%s", async (_, code) => {
    const { page } = await visit(browser, address);
    // Later, since the policy does not hold for what the debugger evaluates at once.
    const later = "await new Promise((done) => setTimeout(done))";
    const stopped = page.evaluate(`(async () => { ${later}; return ${code} })()`).then(
      () => "done",
      () => "stopped",
    );
    expect(await stopped).toBe("stopped");
  });

  test("an inline script and an inline style", async () => {
    const { page, complaints } = await visit(browser, address);
    await page
      .evaluate(
        "document.body.setAttribute('onclick', 'document.title = 1'); document.body.setAttribute('style', 'color: red')",
      )
      .catch(() => {});
    await page.locator("h1").click();
    expect(await page.title()).toMatch(/^portkeep: /);
    expect(complaints.length).toBeGreaterThan(0);
  });
});

describe("without a good catalogue beside it", () => {
  test("the page works, and gives commands", async () => {
    const { page, complaints } = await visit(browser, bare.address);
    await page.getByRole("button", { name: "2003 Standard Edition" }).click();
    expect(await page.getByRole("main").innerText()).toContain("This page came without ready-made scripts.");
    expect(await page.locator("#render-command").innerText()).toContain("portkeep render --product");
    expect(complaints).toEqual([]);
  });

  test.each([
    [
      "not what the page renders",
      (text: string) => text.replace("# SIG # Begin", "# SIG # begin"),
      "Do not use it",
    ],
    ["missing", () => null, "its files are not beside this page"],
  ])("a signed script that is %s is not offered", async (_, change, said) => {
    const broken = await makeSite();
    const entry = join(broken.folder, entryPath(broken.catalog.scripts[0]?.id ?? ""));
    writeFileSync(entry, change(readFileSync(entry, "utf8")) ?? "");
    const { page } = await visit(browser, broken.address);
    await page.getByRole("button", { name: "2003 Standard Edition" }).click();
    await page.getByText(said).waitFor();
    expect(await page.getByRole("link", { name: /^Download/ }).count()).toBe(0);
  });

  test("a catalogue of another portkeep is not mistaken for its own", async () => {
    const other = await makeSite();
    const index = join(other.folder, "catalog.js");
    const id = other.catalog.scripts[0]?.id ?? "";
    writeFileSync(
      index,
      readFileSync(index, "utf8")
        .replace(id, "0".repeat(64))
        .replace(/"version":"[^"]*"/, '"version":"9.9.9"'),
    );
    const { page } = await visit(browser, other.address);
    await page.getByRole("button", { name: "2003 Standard Edition" }).click();
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("its text is not what this page renders");
    expect(text).toContain("of portkeep 9.9.9");
    expect(await page.getByRole("link", { name: /^Download/ }).count()).toBe(0);
  });
});
