import { parseArgsStringToArgv } from "string-argv";
import { describe, expect, test } from "vitest";
import { portkeep } from "../cli/console.ts";
import { openBrowser, visit } from "./browser.ts";
import { sha256 } from "./sha256.ts";
import { makeSite } from "./site.ts";

const [browser, site] = await Promise.all([openBrowser(), makeSite()]);

/** Opens the page in a window of the test's own. */
async function open(options = {}) {
  const { page, complaints } = await visit(browser, site.address, options);
  const cells = async () => {
    const rows = await page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") })
      .all();
    return Promise.all(
      rows.map(async (row) => (await row.innerText()).split(/[\t\n]+/).map((text) => text.trim())),
    );
  };
  return { page, complaints, cells, status: page.locator("#status") };
}

/** The chance that some of `ports` are among 2,500 out of `size`, in per cent, by exact whole numbers. */
function exactOdds(size: number, ports: number): number {
  let [missed, all] = [1n, 1n];
  for (let port = 0; port < ports; port++) {
    missed *= BigInt(size - 2500 - port);
    all *= BigInt(size - port);
  }
  return Number(((all - missed) * 1_000_000n) / all) / 10_000;
}

test("at first nothing is chosen, and the page says what to do", async () => {
  const { page, status, complaints } = await open();
  expect(await status.innerText()).toContain("Choose a product");
  expect(await page.getByRole("table").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a set shows the ranges of the article, each with who needs it and its source", async () => {
  const { page, cells, status } = await open();
  await page.getByRole("button", { name: "2003 Standard Edition" }).click();
  expect((await cells()).map(([range, who]) => `${range} ${who}`)).toEqual([
    "1645\u20131646 IAS Internet Authentication Service: documented conflict, KB 956189",
    "1701 L2TP Layer Two Tunneling Protocol: documented conflict, KB 956189",
    "1812\u20131813 IAS Internet Authentication Service: documented conflict, KB 956189",
    "2883 AUTD Exchange ActiveSync always-up-to-date notifications: documented conflict, KB 956189",
    "4500 IPSEC IPSec NAT traversal: documented conflict, KB 956189",
  ]);
  expect(await status.innerText()).toBe("7 ports in 5 ranges. A ready-made script is below.");
  expect(await page.getByLabel("Windows version").inputValue()).toBe("sbs-2003-standard");
});

test("the odds are those of each pool that the system can have", async () => {
  const { page, cells } = await open();
  await page.getByLabel("Windows version").selectOption("windows-server-2003");
  await page.getByLabel("Internet Authentication Service").check();
  const [first] = await cells();
  const [none, exchange, isa, ...others] = (first ?? []).slice(-3).map((text) => Number.parseFloat(text));
  expect(none).toBe(0);
  expect(exchange).toBeCloseTo(exactOdds(58_977, 2), 1);
  expect(isa).toBeCloseTo(exactOdds(64_512, 2), 1);
  expect(others).toEqual([]);
});

test.each([
  ["", 4],
  ["sbs-2003-standard", 3],
  ["windows-server-2022", 1],
])("for the system %j there are %i pools, on the axis as in words", async (system, count) => {
  const { page } = await open();
  await page.getByLabel("WireGuard").check();
  await page.getByLabel("Windows version").selectOption(system);
  expect(await page.locator(".axis .pool").count()).toBe(count);
  expect(await page.locator(".pools li").count()).toBe(count);
});

test("on the axis a range is marked at risk in the pools that reach it alone", async () => {
  const { page } = await open();
  await page.getByLabel("WireGuard").check();
  await page.getByLabel("Layer Two Tunneling Protocol").check();
  const classes = await page
    .locator(".axis .mark")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("class")));
  const [low, high] = ["mark outside", "mark at-risk"];
  expect(classes).toEqual([low, high, high, high, high, high, low, high]);
});

describe("a choice that cannot be served says why, and marks the field", () => {
  test("a product on a system that cannot have it", async () => {
    const { page, status } = await open();
    await page.getByLabel("Server 2004").check();
    expect(await status.innerText()).toContain("you chose no Windows version");
    expect(await page.getByLabel("Windows version").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Windows version").selectOption("sbs-2003-premium");
    expect(await page.getByLabel("Windows version").getAttribute("aria-invalid")).toBe("false");
    expect(await page.getByRole("table").count()).toBe(1);
  });

  test("a system for which no way is known", async () => {
    const { page, status } = await open();
    await page.getByLabel("Layer Two Tunneling Protocol").check();
    await page.getByLabel("Windows version").selectOption("windows-server-2008");
    expect(await status.innerText()).toContain("no way is known");
  });

  test("a restart where the script cannot start one", async () => {
    const { page, status } = await open();
    await page.getByRole("button", { name: "Small Business Server 2000" }).click();
    await page.getByText("More options").click();
    await page.getByLabel("Restart of the server").selectOption("IfNeeded");
    expect(await status.innerText()).toContain("starts no restart");
  });

  test.each([
    ["80", "begins below 1025"],
    ["x", "is not a port range"],
    ["6000-5000", "Write 5000-6000"],
    ["5000=caf\u00e9", "character that a label cannot have"],
    ["2000-9000", "7,001 own ports"],
  ])("own ports %j", async (text, reason) => {
    const { page, status } = await open();
    await page.getByLabel("Own ports").fill(text);
    expect(await status.innerText()).toContain(reason);
    expect(await page.getByLabel("Own ports").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByRole("table").count()).toBe(0);
  });
});

describe("what is not ready-made comes as a command", () => {
  test.each([
    { products: ["Internet Authentication Service", "WireGuard"], ports: "", system: "" },
    { products: [], ports: "5000-5010=Backup agent, v2, 6000", system: "" },
    { products: ["Windows Deployment Services"], ports: "7000", system: "windows-server-2016" },
  ])("that gives the script shown: $products $ports $system", async ({ products, ports, system }) => {
    const { page, status } = await open();
    for (const product of products) await page.getByLabel(product).check();
    await page.getByLabel("Own ports").fill(ports);
    await page.getByLabel("Windows version").selectOption(system);
    expect(await status.innerText()).toContain("a command makes it");
    const [program, ...words] = parseArgsStringToArgv(await page.locator("#render-command").innerText());
    expect([program, ...words.splice(-2)]).toEqual(["portkeep", "--sign-pfx", "signer.pfx"]);
    const { bytes } = await portkeep([...words, "-o", "-"]);
    await page.getByText("Text of the script").click();
    expect(await page.locator("details.text").innerText()).toContain(sha256(bytes));
    expect(await page.locator("details.text pre").textContent()).toBe(bytes.toString());
  });

  test("with the other options of the script", async () => {
    const { page } = await open();
    await page.getByLabel("Internet Authentication Service").check();
    await page.getByText("More options").click();
    await page.getByLabel("Way of reserving").selectOption("dns-exclusions");
    await page.getByLabel("Restart of the server").selectOption("IfNeeded");
    await page.getByLabel("Exit code").selectOption("0");
    await page.getByLabel("Language of the script").selectOption("nl");
    expect(await page.locator("#render-command").innerText()).toBe(
      "portkeep render --product ias --backend dns-exclusions --reboot IfNeeded --reboot-exit-code 0 --locale nl --sign-pfx signer.pfx",
    );
  });

  test("that is copied by its button", async () => {
    const { page, complaints } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByLabel("WireGuard").check();
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
      "portkeep render --product wireguard --sign-pfx signer.pfx",
    );
    expect(complaints).toEqual([]);
  });
});

test("the ready-made script for any system is offered for one that has none of its own, and says so", async () => {
  const { page, status } = await open();
  await page.getByLabel("Windows version").selectOption("windows-server-2022");
  await page.getByLabel("Internet Authentication Service").check();
  expect(await status.innerText()).toContain("A ready-made script is below.");
  await page.getByRole("link", { name: /^Download portkeep-ias-/ }).waitFor();
  expect(await page.getByRole("main").innerText()).toContain("This script is for any Windows version");
  expect(await page.locator(".pools li").count()).toBe(1);
});

describe("where a ready-made script for each part takes the place of one for all", () => {
  async function parts() {
    const opened = await open();
    await opened.page.getByLabel("Windows version").selectOption("windows-server-2019");
    for (const id of ["ias", "nps"]) await opened.page.locator(`#product-${id}`).check();
    await opened.page.locator("a.download").nth(1).waitFor();
    return opened;
  }

  test("the page says so, and how to run them", async () => {
    const { page, status, complaints } = await parts();
    expect(await status.innerText()).toBe(
      "4 ports in 2 ranges. 2 ready-made scripts are below, to run one after the other.",
    );
    expect(await page.getByRole("main").innerText()).toContain("each keeps what is reserved already");
    const names = await page
      .locator("a.download")
      .evaluateAll((all) => all.map((one) => one.getAttribute("download")));
    const run = (await page.locator("#run-command").innerText()).split("\n");
    expect(run.map((line) => line.split(" -File ")[1])).toEqual([
      ...names.map((name) => `${name} -Action Test`),
      ...names,
    ]);
    expect(complaints).toEqual([]);
  });

  test("the command that makes one of all is there too, and what it needs", async () => {
    const { page } = await parts();
    expect(await page.locator("#render-command").innerText()).toContain(
      "--product ias,nps --os windows-server-2019",
    );
    expect(await page.getByRole("main").innerText()).toContain("docs/install.md");
  });

  test("the text of each can be read", async () => {
    const { page } = await parts();
    expect(await page.locator("details.text").count()).toBe(2);
    expect(await page.locator("details.text pre").nth(1).textContent()).toContain(
      "1812-1813 NPS (KB 832017)",
    );
  });
});

describe("in Dutch", () => {
  test("the page and the script are in Dutch where the browser asks for it", async () => {
    const { page, status } = await open({ locale: "nl-BE" });
    await page.getByRole("button", { name: "2003 Standard Edition" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("nl");
    expect(await status.innerText()).toBe("7 poorten in 5 bereiken. Hieronder ligt een script klaar.");
    expect(await page.getByLabel("Taal van het script").inputValue()).toBe("nl");
  });

  test("a switch changes the language, and keeps what was chosen", async () => {
    const { page, status } = await open();
    await page.getByLabel("WireGuard").check();
    await page.getByLabel("Own ports").fill("5000");
    await page.getByRole("button", { name: "Nederlands" }).click();
    expect(await page.title()).toBe("portkeep: Een script dat de DNS-server van uw poorten houdt");
    expect(await page.getByLabel("WireGuard").isChecked()).toBe(true);
    expect(await page.getByLabel("Eigen poorten").inputValue()).toBe("5000");
    expect(await status.innerText()).toContain("2 poorten in 2 bereiken");
  });
});
