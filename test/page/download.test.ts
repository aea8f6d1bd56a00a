import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { verifyScript } from "../../src/signing/verify/verify.ts";
import { verifyByOsslsigncode } from "../signing/oracles/osslsigncode.ts";
import { installTools } from "../signing/tools.ts";
import { openBrowser, visit } from "./browser.ts";
import { serve } from "./serve.ts";
import { sha256 } from "./sha256.ts";
import { bytesAt, makeSite, root, signer } from "./site.ts";

await installTools();
const [browser, site] = await Promise.all([openBrowser(), makeSite()]);
const addresses = { "a file": site.address, "a web server": await serve(site.folder) };
const [standard] = site.catalog.scripts;
const copy = standard?.copies[0];

/** Chooses the set of the first ready-made script, and gives what the browser saves. */
async function downloaded(address: string) {
  const { page, complaints } = await visit(browser, address, { acceptDownloads: true });
  await page.getByRole("button", { name: "2003 Standard Edition" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download portkeep-/ }).click();
  const download = await saving;
  const bytes = readFileSync(await download.path());
  const name = download.suggestedFilename();
  return { bytes, name, complaints };
}

describe.each(Object.entries(addresses))("from %s", (_, address) => {
  test("a chosen script reaches the disk as it was signed, byte for byte", async () => {
    const { bytes, complaints } = await downloaded(address);
    expect(bytes.equals(bytesAt(site, copy?.path ?? ""))).toBe(true);
    expect(bytes.toString("latin1").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(complaints).toEqual([]);
  });

  test("its name tells the choices", async () => {
    const { name } = await downloaded(address);
    expect(name).toBe(standard?.name);
  });

  test("its signature is accepted, here and by osslsigncode", async () => {
    const { bytes } = await downloaded(address);
    const options = { roots: [new X509Certificate(root.certificatePem)], signer: null, integrityOnly: false };
    expect(verifyScript(bytes, { ...options, allowSha1: false, now: new Date() }).findings).toEqual([]);
    expect(await verifyByOsslsigncode(bytes, { root })).toMatchObject({ ok: true });
  });

  test("what the page says of it is so", async () => {
    const { page } = await visit(browser, address);
    await page.getByRole("button", { name: "2003 Standard Edition" }).click();
    const card = page.locator(".card").filter({ hasText: "SHA-256 of the file" });
    await expect.poll(() => card.innerText()).toContain(sha256(bytesAt(site, copy?.path ?? "")));
    const { fingerprint, fingerprint256 } = new X509Certificate(signer.certificatePem);
    const text = await card.innerText();
    expect(text).toContain("CN=Test Signer rsa2048");
    expect(text).toContain(fingerprint256.replaceAll(":", "").toLowerCase());
    expect(text).toContain(fingerprint.replaceAll(":", ""));
    expect(text).toContain("until December 31, 2049");
  });

  test("the bytes of a link are let go once the page does not show it any more", async () => {
    const { page } = await visit(browser, address, { bypassCSP: true });
    await page.getByRole("button", { name: "2003 Standard Edition" }).click();
    const link = await page.getByRole("link", { name: /^Download portkeep-/ }).getAttribute("href");
    const isThere = () =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            () => true,
            () => false,
          ),
        link ?? "",
      );
    expect(await isThere()).toBe(true);
    await page.locator("#product-ias").click();
    expect(await isThere()).toBe(false);
  });

  test.each([
    ["that Windows Server 2003 cannot read it", "button:has-text('2003 Standard Edition')", true, "Bypass"],
    ["nothing where no system is named", "#product-ias", false, "AllSigned"],
  ])("of the signature's hash the page says %s", async (_case, choice, said, policy) => {
    const { page } = await visit(browser, address);
    await page.locator(choice).click();
    const card = page.locator(".card").filter({ hasText: "SHA-256 of the file" });
    await card.waitFor();
    const note = "Windows Small Business Server 2003 Standard Edition reads no signature";
    expect((await card.innerText()).includes(note)).toBe(said);
    const run = await page.locator("#run-command").innerText();
    expect(run.match(/(?<=-ExecutionPolicy )\w+/g)).toEqual([policy, policy]);
  });
});
