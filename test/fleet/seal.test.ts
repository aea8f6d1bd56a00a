import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkSeal } from "../../src/fleet/check-seal.ts";
import { sealIn, sealText } from "../../src/fleet/seal.ts";
import { pki } from "../signing/pki.ts";
import { build, countingSigner, emptyFolder, manifestIn, sha256 } from "./fleet.ts";

const { signers } = await pki();
const first = [{ site: "a", products: ["ias"] }];
const second = [...first, { site: "b", products: ["ipsec"] }];
const seal = { sha256: "0a".repeat(32), serial: 12, sites: 3, scripts: 2 };

function asFolder(file: string): void {
  rmSync(file);
  mkdirSync(file);
}

/** Builds, and gives the seal. */
async function sealOf(sites: readonly object[], folder: string, signer = countingSigner(signers.rsa2048)) {
  await build(sites, { folder, signer });
  return sealIn(readFileSync(join(folder, "manifest.ps1")));
}

describe("a seal", () => {
  test("is read back from its text", () => {
    expect(sealIn(Buffer.from(sealText(seal)))).toEqual(seal);
  });

  test("is read back whatever its line ends have become", () => {
    expect(sealIn(Buffer.from(sealText(seal).replaceAll("\r\n", "\n")))).toEqual(seal);
  });

  test.each([
    ["another text", "exit 0\r\n"],
    ["nothing", ""],
    ["more after it", `${sealText(seal)}exit 0\r\n`],
    ["more before it", `exit 0\r\n${sealText(seal)}`],
    ["a number of another form", sealText(seal).replace("= 12", "= 1e3")],
  ])("is not seen in %s", (_, text) => {
    expect(sealIn(Buffer.from(text))).toBeNull();
  });

  test("tells the manifest's SHA-256 and counts, and is signed", async () => {
    const folder = emptyFolder();
    const signer = countingSigner(signers.rsa2048);
    const made = await sealOf(second, folder, signer);
    const manifest = readFileSync(join(folder, "manifest.jsonl"));
    expect(made).toEqual({ sha256: sha256(manifest), serial: 1, sites: 2, scripts: 2 });
    const text = Buffer.from(sealText(made ?? seal));
    expect(signer.check(text, readFileSync(join(folder, "manifest.ps1")))).toBeDefined();
  });
});

test.each([
  ["fails", () => Promise.reject(new Error("no key"))],
  ["gives something else", async () => Buffer.from("exit 0")],
])("where its signer %s, the manifest and the seal that were there stay", async (_, sign) => {
  const folder = emptyFolder();
  const own = countingSigner(signers.rsa2048);
  await build(first, { folder, signer: own });
  const pair = () =>
    ["manifest.jsonl", "manifest.ps1"].map((name) => readFileSync(join(folder, name), "utf8"));
  const before = pair();
  const isSeal = (text: Uint8Array) => Buffer.from(text).includes("Manifest = ");
  const signer = { ...own, sign: (text: Uint8Array) => (isSeal(text) ? sign() : own.sign(text)) };
  await expect(build(second, { folder, signer })).rejects.toThrow();
  expect(pair()).toEqual(before);
});

describe("the serial number", () => {
  test("rises with each manifest that differs", async () => {
    const folder = emptyFolder();
    const serials: unknown[] = [];
    for (const sites of [first, first, second, first]) serials.push((await sealOf(sites, folder))?.serial);
    expect(serials).toEqual([1, 1, 2, 3]);
  });

  test("rises from what stood there, also where that is by another signer", async () => {
    const folder = emptyFolder();
    await sealOf(first, folder);
    expect((await sealOf(first, folder, countingSigner(signers.p256)))?.serial).toBe(2);
  });

  test("rises from a seal whose line ends have become others", async () => {
    const folder = emptyFolder();
    await sealOf(first, folder);
    await sealOf(second, folder);
    const file = join(folder, "manifest.ps1");
    writeFileSync(file, readFileSync(file, "latin1").replaceAll("\r\n", "\n"));
    expect((await sealOf(first, folder))?.serial).toBe(3);
  });

  test.each([
    ["is something else", "not-a-seal", (file: string) => writeFileSync(file, "exit 0\r\n")],
    ["is empty", "not-a-seal", (file: string) => writeFileSync(file, "")],
    ["lacks its end", "not-a-seal", (file: string) => truncateSync(file, 300)],
    ["is a folder", "file-unreadable", asFolder],
  ])("does not begin anew where the seal %s", async (_, code, harm) => {
    const folder = emptyFolder();
    await sealOf(first, folder);
    const file = join(folder, "manifest.ps1");
    harm(file);
    await expect(sealOf(second, folder)).rejects.toMatchObject({ code, place: { file } });
    expect(manifestIn(folder)).toHaveLength(1);
  });

  test("rises where a run was killed between manifest and seal", async () => {
    const folder = emptyFolder();
    await sealOf(first, folder);
    const old = readFileSync(join(folder, "manifest.ps1"));
    await sealOf(second, folder);
    writeFileSync(join(folder, "manifest.ps1"), old);
    expect((await sealOf(second, folder))?.serial).toBe(2);
  });
});

describe("the manifest beside a seal", () => {
  test.each([
    ["as it was", (file: string) => file, []],
    ["changed", (file: string) => writeFileSync(file, "{}\n"), ["manifest-changed"]],
    ["missing", (file: string) => rmSync(file), ["manifest-missing"]],
  ])("%s is told", async (_, change, codes) => {
    const folder = emptyFolder();
    const made = await sealOf(first, folder);
    change(join(folder, "manifest.jsonl"));
    const findings = await checkSeal(join(folder, "manifest.ps1"), made ?? seal);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });
});
