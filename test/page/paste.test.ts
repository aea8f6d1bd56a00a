import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openBrowser, visit } from "./browser.ts";
import { makeSite } from "./site.ts";

const [browser, site] = await Promise.all([openBrowser(), makeSite()]);

async function paste(text: string) {
  const { page, complaints } = await visit(browser, site.address);
  await page.getByText("Paste a report").click();
  // At once, as a clipboard does it: typed, a long text takes a browser minutes.
  await page.getByLabel("What a script of portkeep printed").evaluate((input, value) => {
    Object.assign(input, { value });
  }, text);
  await page.getByRole("button", { name: "Read the report" }).click();
  return { page, complaints };
}

const status = (page: Page) => page.locator(".report [role=status]").innerText();

function line(more: Record<string, unknown>): string {
  return JSON.stringify({ portkeep: "1.0.0", schema: 1, action: "Report", computer: "SRV1", ...more });
}

describe("a report", () => {
  const findings = [
    "MaxUserPort 20000",
    "Pool 9000 1024 20000",
    "RangeAtRisk 1645-1646 IAS (KB 956189) 72.4",
    "RangeReserved 1812-1813 IAS (KB 956189)",
    "NotChosen l2tp RemoteAccess",
  ];

  test("leads to the choices that it names, and to their script", async () => {
    const { page, complaints } = await paste(
      `Report on SRV1\n${line({ findings, backend: "reserved-ports" })}\n`,
    );
    expect(await status(page)).toBe(
      "Chosen from the report: Internet Authentication Service, Layer Two Tunneling Protocol.",
    );
    expect(await page.getByLabel("Internet Authentication Service").isChecked()).toBe(true);
    expect(await page.locator("#status").innerText()).toContain("5 ports in 3 ranges");
    expect(complaints).toEqual([]);
  });

  test("shows what was at risk, and the odds in that server's own pool alone", async () => {
    const { page } = await paste(line({ findings }));
    expect(await page.locator(".report li.at-risk").innerText()).toBe(
      "1645\u20131646 IAS (KB 956189): Not reserved, at risk",
    );
    // 1 - C(18977 - 5, 9000) / C(18977, 9000), for the five ports of the three ranges.
    expect(await page.locator(".pools li").allInnerTexts()).toEqual([
      "SRV1, as reported (draws from 1024\u201320000): takes one of these ports in 96% of its starts",
    ]);
    expect(await page.getByRole("main").innerText()).toContain("which takes 9,000 ports there");
  });

  test("is forgotten when something else is read, and the choices stay", async () => {
    const { page } = await paste(line({ findings }));
    await page.getByLabel("What a script of portkeep printed").fill("");
    await page.getByRole("button", { name: "Read the report" }).click();
    expect(await page.locator(".pools li").count()).toBe(4);
    expect(await page.locator("#status").innerText()).toContain("5 ports in 3 ranges");
  });

  test("without a product that is known changes no choice", async () => {
    const { page } = await visit(browser, site.address);
    await page.getByLabel("WireGuard").check();
    await page.getByText("Paste a report").click();
    await page.getByLabel("What a script of portkeep printed").fill(line({ findings: ["NoDns"] }));
    await page.getByRole("button", { name: "Read the report" }).click();
    expect(await status(page)).toContain("no product that this page knows");
    expect(await page.getByLabel("WireGuard").isChecked()).toBe(true);
  });

  test("brings its own ports into their field", async () => {
    const { page } = await paste(
      line({ findings: [...findings, "RangeOutside 5000-5010 Backup agent (own choice)"] }),
    );
    expect(await page.getByLabel("Own ports").inputValue()).toBe("5000-5010=Backup agent");
    expect(await status(page)).toContain("Layer Two Tunneling Protocol, 5000-5010=Backup agent.");
  });

  test.each([
    [true, 1],
    [false, 0],
  ])("whose result line was cut says so: %j", async (truncated, count) => {
    const { page } = await paste(line({ findings, truncated }));
    expect(await page.getByText("The result line was cut").count()).toBe(count);
  });

  test("that is none says what is missing", async () => {
    const { page } = await paste("Access denied.");
    expect(await status(page)).toContain("No result line was found");
  });

  test("of another action says how to get one", async () => {
    const { page } = await paste(line({ action: "Apply", findings: [] }));
    expect(await page.locator(".report").innerText()).toContain("run the script with -Action Report");
  });
});

describe("hostile text is shown as text, and does nothing", () => {
  const html =
    '<img src=x onerror="document.title=1"><script>document.title=2</script><a href="javascript:1">x</a>';

  test("markup in every value", async () => {
    const findings = [`RangeAtRisk 5000-5001 ${html} 4.2`, `NotChosen ${html} y`, html];
    const { page, complaints } = await paste(
      line({ computer: html, message: html, action: html, portkeep: "1", findings }),
    );
    expect(await page.locator(".report").innerText()).toContain('<img src=x onerror="document.title=1">');
    expect(await page.locator(".report :is(img, script, a)").count()).toBe(0);
    expect(await page.title()).toMatch(/^portkeep: /);
    expect(complaints).toEqual([]);
  });

  test("characters that turn text around or hide it", async () => {
    const { page } = await paste(line({ computer: "SRV\u202e1\u2066\u200b", message: "a\u0000b\u2029c" }));
    const text = await page.locator(".report .card").innerText();
    expect(text).toContain("SRV\\u202e1\\u2066\\u200b");
    expect(text).toContain("a\\u0000b\\u2029c");
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\0\u2029]/);
  });

  test.each([
    ["a very long text", "x".repeat(300_000)],
    ["very deep JSON", `{"portkeep":${"[".repeat(100_000)}`],
    ["very many result lines", `${line({ findings: [] })}\n`.repeat(2000)],
  ])("%s", async (_, text) => {
    const { page, complaints } = await paste(text);
    expect(await status(page)).not.toBe("");
    await page.getByLabel("WireGuard").check();
    expect(await page.locator("#status").innerText()).toContain("1 port in 1 range");
    expect(complaints).toEqual([]);
  });

  test("in the field of own ports", async () => {
    const { page, complaints } = await visit(browser, site.address);
    await page.getByLabel("Own ports").fill(`5000=${html}`);
    expect(await page.locator("#status").innerText()).toContain('"<img src=x onerror=');
    expect(await page.locator("img, main a[href^=javascript]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
