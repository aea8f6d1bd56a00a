import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { powerShellRules } from "../../src/delivery/card/powershell-rules.ts";
import { dutch } from "../../src/page/texts/dutch.ts";
import { openBrowser, visit } from "./browser.ts";
import { makeSite } from "./site.ts";

const [browser, site] = await Promise.all([openBrowser(), makeSite()]);

async function chosen(choice = "#product-ias", locale = "en-US") {
  const { page, complaints } = await visit(browser, site.address, { locale });
  await page.locator(choice).click();
  await page.locator("a.download").first().waitFor();
  const list = (summary: string | RegExp) => page.locator("details.card-part").filter({ hasText: summary });
  const open = async (summary: string | RegExp) => {
    await list(summary).locator("summary").click();
    return list(summary);
  };
  return { page, open, complaints };
}

describe("below a ready-made script are", () => {
  test("the systems that it works on", async () => {
    const { page } = await chosen();
    expect(await page.getByRole("main").innerText()).toContain(
      "It works on Windows Server 2003, Windows Server 2022.",
    );
  });

  test.each([
    ["Parameters", powerShellRules.parameters],
    ["Exit codes", powerShellRules.exitCodes],
  ])("%s, each with its meaning", async (summary, pairs) => {
    const { open, complaints } = await chosen();
    const list = await open(summary);
    const plain = pairs.map((pair) => pair.map((text) => text.replaceAll("`", "")));
    expect(await list.locator("dt").allInnerTexts()).toEqual(plain.map(([name]) => name));
    expect(await list.locator("dd").allInnerTexts()).toEqual(plain.map(([, meaning]) => meaning));
    expect(complaints).toEqual([]);
  });

  test("what changed in its version, as text", async () => {
    const { open } = await chosen();
    const list = await open(`Changes in portkeep ${version}`);
    expect(await list.locator("li").allInnerTexts()).toEqual([
      "portkeep render: a script, signed.",
      "<b>More</b> of it.",
    ]);
    expect(await list.locator("code").allInnerTexts()).toEqual(["portkeep render"]);
  });

  test("these in Dutch, but the changes, which say that they are in English", async () => {
    const { page, open } = await chosen("button:has-text('2003 Standard Edition')", "nl-NL");
    expect(await page.getByRole("main").innerText()).toContain(
      "Het werkt op Windows Small Business Server 2003",
    );
    await open("Parameters");
    expect(await page.locator("dd").allInnerTexts()).toContain("een volledig pad op een vaste schijf");
    const changes = await open(/Wijzigingen .* \(in het Engels\)/);
    expect(await changes.locator("ul").getAttribute("lang")).toBe("en");
  });
});

test.each(["parameters", "exitCodes"] as const)("the %s in Dutch are those in English", (kind) => {
  expect(dutch.card[kind].map(([name]) => name)).toEqual(powerShellRules[kind].map(([name]) => name));
});
