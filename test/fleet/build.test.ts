import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { pki } from "../signing/pki.ts";
import {
  build,
  countingSigner,
  emptyFolder,
  filesIn,
  linesOf,
  manifestIn,
  placesOf,
  sha256,
  sources,
} from "./fleet.ts";

const { signers } = await pki();
const sites = [
  { site: "a", products: ["ias", "ipsec"] },
  { site: "b", products: ["ipsec", "ias", "ias"] },
  { site: "c", products: ["ipsec"], locale: "nl" },
];
const choices = [{ products: ["ias", "ipsec"] }, { products: ["ipsec"], locale: "nl" }] as const;
const texts = choices.map((choice) => renderScript(makePlan(choice), "1.0.0").bytes);

describe("a build without a key", () => {
  test("writes each distinct script once, by the SHA-256 of its text", async () => {
    const folder = emptyFolder();
    await build(sites, { folder });
    const files = filesIn(folder);
    const scripts = texts.map((text) => `scripts/${sha256(text)}/unsigned.ps1`);
    expect(Object.keys(files)).toEqual(["manifest.jsonl", "manifest.ps1", ...scripts.toSorted()]);
    for (const [index, name] of scripts.entries()) {
      expect(files[name]?.equals(texts[index] ?? Buffer.alloc(0))).toBe(true);
    }
  });

  test("writes a manifest in the order of the sites", async () => {
    const folder = emptyFolder();
    await build(sites, { folder });
    const lines = manifestIn(folder);
    expect(lines.map(({ site }) => site)).toEqual(["a", "b", "c"]);
    const id = sha256(texts[0] ?? Buffer.alloc(0));
    expect(lines[1]).toEqual({
      site: "b",
      script: id,
      file: `scripts/${id}/unsigned.ps1`,
      sha256: id,
      signer: null,
      ranges: ["1645-1646", "1812-1813", "4500-4500"],
      bundles: {},
    });
  });

  test("renders in the language, and by the table, that the sites leave open", async () => {
    const row = { ports: "5000-5001", program: "Till", products: ["till"], source: "us" };
    const table = { sources: [{ id: "us" }], products: [{ id: "till", name: "Till" }], rows: [row] };
    const folder = emptyFolder();
    const list = [{ site: "a", products: ["till"] }];
    const { scripts } = await build(list, { folder, defaults: { locale: "nl", table } });
    const wanted = renderScript(makePlan({ products: ["till"], locale: "nl", table }), "1.0.0").bytes;
    expect(scripts.map(({ id }) => id)).toEqual([sha256(wanted)]);
  });

  test("replaces a script that was changed, and leaves what is none of its own", async () => {
    const folder = emptyFolder();
    await build(sites, { folder });
    const wanted = filesIn(folder);
    const [file = ""] = Object.keys(wanted).filter((name) => name.startsWith("scripts/"));
    writeFileSync(join(folder, file), "exit 1");
    writeFileSync(join(folder, "notes.txt"), "mine");
    mkdirSync(join(folder, "scripts", "old"));
    await build(sites, { folder });
    expect(filesIn(folder)).toEqual({ ...wanted, "notes.txt": Buffer.from("mine") });
  });
});

describe("a build with a key", () => {
  test("writes each script signed, under the SHA-256 of the certificate", async () => {
    const folder = emptyFolder();
    const signer = countingSigner(signers.rsa2048);
    await build(sites, { folder, signer });
    const name = `${signer.fingerprint}.ps1`;
    const files = Object.keys(filesIn(folder)).filter((file) => file.startsWith("scripts/"));
    expect(files).toEqual(texts.map((text) => `scripts/${sha256(text)}/${name}`).sort());
    const [line] = manifestIn(folder);
    expect(line?.signer).toBe(signer.fingerprint);
    expect(line?.sha256).toBe(sha256(filesIn(folder)[String(line?.file)] ?? Buffer.alloc(0)));
  });

  test.each([
    ["whose certificate is known before", true],
    ["of which only the subject is", false],
  ])("%s signs nothing the second time", async (_, isKnown) => {
    const folder = emptyFolder();
    await build(sites, { folder, signer: countingSigner(signers.rsa2048, { isKnown }) });
    const before = filesIn(folder);
    const signer = countingSigner(signers.rsa2048, { isKnown });
    const { scripts, manifest } = await build(sites, { folder, signer });
    expect(signer.signed).toEqual([]);
    expect(scripts.map(({ copy }) => copy?.isNew)).toEqual([false, false]);
    expect(manifest).toMatchObject({ serial: 1, isNew: false });
    expect(filesIn(folder)).toEqual(before);
  });

  test("signs what is missing or damaged, and nothing else", async () => {
    const folder = emptyFolder();
    const first = countingSigner(signers.rsa2048);
    await build(sites, { folder, signer: first });
    const before = filesIn(folder);
    const [missing = "", damaged = ""] = Object.keys(before).filter((name) => name.startsWith("scripts/"));
    rmSync(join(folder, missing));
    writeFileSync(join(folder, damaged), before[damaged]?.subarray(0, -100) ?? "");
    const signer = countingSigner(signers.rsa2048);
    await build(sites, { folder, signer });
    expect(signer.signed.toSorted()).toEqual(texts.map(sha256).sort());
    expect(filesIn(folder)).toEqual(before);
  });

  test("keeps the scripts of another signer beside its own", async () => {
    const folder = emptyFolder();
    await build(sites, { folder, signer: countingSigner(signers.rsa2048) });
    const before = filesIn(folder);
    const signer = countingSigner(signers.p256);
    await build(sites, { folder, signer });
    expect(signer.signed).toHaveLength(3);
    const after = filesIn(folder);
    for (const name of Object.keys(before).filter((one) => one.startsWith("scripts/"))) {
      expect(after[name]).toEqual(before[name]);
    }
  });

  test("ends with what the signer throws, and writes no manifest", async () => {
    const folder = emptyFolder();
    const signer = { ...countingSigner(signers.p256), sign: () => Promise.reject(new Error("no key")) };
    await expect(build(sites, { folder, signer })).rejects.toThrow("no key");
    expect(filesIn(folder)).toEqual({});
  });
});

describe("a bad site", () => {
  const list = [{ site: "a", products: ["ias"] }, { site: "b" }, { site: "A", products: ["ias"] }];

  test("is told and left out", async () => {
    const folder = emptyFolder();
    const fleet = await build(list, { folder });
    expect(manifestIn(folder).map(({ site }) => site)).toEqual(["a"]);
    expect([fleet.sites, fleet.failed]).toEqual([1, 2]);
    expect(placesOf(fleet.faults).map(([code, line]) => [code, line])).toEqual([
      ["site-without-choice", 2],
      ["site-id-taken", 3],
    ]);
    expect(fleet.faults[1]?.facts).toEqual({ id: "A", line: 1 });
  });

  test("stops all, where that is asked for, and the manifest stays", async () => {
    const folder = emptyFolder();
    await build(sites, { folder });
    const before = filesIn(folder);
    await expect(build(list, { folder, strict: true })).rejects.toMatchObject({
      code: "site-without-choice",
    });
    expect(filesIn(folder)).toMatchObject({ "manifest.jsonl": before["manifest.jsonl"] });
  });

  test("is only counted after the first hundred", async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ site: `s${index}` }));
    const { faults, failed, untold, sites: good } = await build(many);
    expect([faults.length, failed, untold, good]).toEqual([100, 150, 50, 0]);
  });
});

test("where no site is good, the manifest that was there stays", async () => {
  const folder = emptyFolder();
  await build(sites, { folder });
  const before = filesIn(folder);
  const { manifest } = await build([{ site: "a" }], { folder });
  expect(manifest).toBeNull();
  expect(filesIn(folder)).toEqual(before);
});

test.each(["site,products\n", "site,products\n\n,\n"])(
  "a list without a site is refused: %j",
  async (text) => {
    const refused = build(sources.csv(text), { file: "sites.csv" });
    await expect(refused).rejects.toMatchObject({ code: "sites-none", place: { file: "sites.csv" } });
  },
);

test("what a killed run left under no name is gone after the next", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, ".unfinished"));
  writeFileSync(join(folder, ".unfinished", ".manifest.jsonl.x.tmp"), "half");
  await build(sites, { folder });
  expect(Object.keys(filesIn(folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

test("while a build goes on, another one in its folder is refused, and the first ends well", async () => {
  const folder = emptyFolder();
  const own = countingSigner(signers.p256);
  const others: unknown[] = [];
  const sign = async (script: Uint8Array) => {
    others.push(await build(sites, { folder }).catch((error: unknown) => error));
    return own.sign(script);
  };
  await build(sites, { folder, signer: { ...own, sign } });
  const refused = { code: "fleet-locked", facts: { lock: join(folder, ".manifest.jsonl.lock") } };
  expect(others).toMatchObject([refused, refused, refused]);
  expect(manifestIn(folder)).toHaveLength(3);
  expect(Object.keys(filesIn(folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a folder that cannot be made is told", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "file"), "");
  await expect(build(sites, { folder: join(folder, "file") })).rejects.toMatchObject({
    code: "cannot-write",
  });
});

test("progress is told batch by batch", async () => {
  const told: number[] = [];
  await build(sources.jsonl(linesOf(sites), 60), { onSites: (count) => told.push(count) });
  expect(told.at(-1)).toBe(3);
  expect(told.length).toBeGreaterThan(1);
});

test("no more than twice what the signer signs at once is under way, however many scripts there are", async () => {
  const own = countingSigner(signers.p256);
  let [running, most] = [0, 0];
  const signer = {
    ...own,
    concurrency: 3,
    async sign(script: Uint8Array) {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      return own.sign(script);
    },
  };
  const many = Array.from({ length: 60 }, (_, index) => ({ site: `s${index}`, ports: [`${5000 + index}`] }));
  await build(many, { signer });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(6);
});
