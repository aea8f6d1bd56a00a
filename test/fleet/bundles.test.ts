import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { pki } from "../signing/pki.ts";
import { build, countingSigner, emptyFolder, filesIn, manifestIn, placesOf, sha256 } from "./fleet.ts";

const { signers } = await pki();
const sites = [
  { site: "a", products: ["ias"] },
  { site: "b", products: ["ias"] },
  { site: "c", products: ["ipsec"], reboot: "IfNeeded" },
];

describe("bundles", () => {
  test("are archives, one for each script and tool, with the script as it is in the store", async () => {
    const folder = emptyFolder();
    const { scripts } = await build(sites, {
      folder,
      signer: countingSigner(signers.rsa2048),
      targets: ["raw"],
    });
    const files = filesIn(folder);
    for (const { id, copy, bundles } of scripts) {
      expect(bundles.map(({ target, path }) => [target, path])).toEqual([["raw", `bundles/${id}/raw.zip`]]);
      const [bundle] = bundles;
      const bytes = files[bundle?.path ?? ""] ?? Buffer.alloc(0);
      expect([bundle?.bytes, bundle?.sha256]).toEqual([bytes.length, sha256(bytes)]);
      const inside = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".ps1"));
      expect(inside.map(([, content]) => sha256(content))).toEqual([copy?.sha256]);
    }
  });

  test("are in the manifest by their SHA-256", async () => {
    const folder = emptyFolder();
    await build(sites, { folder, targets: ["raw", "ninjaone"] });
    const files = filesIn(folder);
    const lines = manifestIn(folder);
    expect(lines).toHaveLength(3);
    for (const { script, bundles } of lines) {
      const hashOf = (tool: string) => sha256(files[`bundles/${script}/${tool}.zip`] ?? Buffer.alloc(0));
      expect(bundles).toEqual({ raw: hashOf("raw"), ninjaone: hashOf("ninjaone") });
    }
  });

  test("have what else they need signed once, and kept", async () => {
    const folder = emptyFolder();
    const [site] = sites;
    const options = { folder, targets: ["intune-remediation" as const] };
    await build([site ?? {}], { ...options, signer: countingSigner(signers.rsa2048) });
    const before = filesIn(folder);
    expect(Object.keys(before).filter((name) => name.startsWith("scripts/")).length).toBeGreaterThan(1);
    const signer = countingSigner(signers.rsa2048);
    await build([site ?? {}], { ...options, signer });
    expect(signer.signed).toEqual([]);
    expect(filesIn(folder)).toEqual(before);
  });

  test("have what several scripts need signed once, though these are made at the same time", async () => {
    const folder = emptyFolder();
    // No two signatures of this kind are the same.
    const signer = countingSigner(signers.p256);
    const choices = ["ias", "ipsec"].map((product) => ({ site: product, products: [product] }));
    await build(choices, { folder, signer, targets: ["gpo-trust"] });
    expect(signer.signed.toSorted()).toEqual([...new Set(signer.signed)].sort());
    const before = filesIn(folder);
    await build(choices, { folder, signer, targets: ["gpo-trust"] });
    expect(filesIn(folder)).toEqual(before);
  });

  describe("that cannot be made for a script", () => {
    const list = [...sites, { site: "d" }, { site: "e", products: ["ipsec"], reboot: "IfNeeded" }];
    const options = { targets: ["intune-remediation" as const, "raw" as const] };

    test("are told for each site that needs it", async () => {
      const signer = countingSigner(signers.rsa2048);
      const { faults, failed, sites: good } = await build(list, { ...options, signer });
      expect(placesOf(faults).map(([code, line]) => [code, line])).toEqual([
        ["site-without-choice", 4],
        ["package-restart", 3],
        ["package-restart", 5],
      ]);
      expect([good, failed]).toEqual([4, 1]);
    });

    test("keep neither the script nor the other bundles from its sites", async () => {
      const folder = emptyFolder();
      const { scripts } = await build(list, { ...options, folder, signer: countingSigner(signers.rsa2048) });
      expect(manifestIn(folder).map(({ site }) => site)).toEqual(["a", "b", "c", "e"]);
      expect(scripts.map(({ bundles }) => bundles.map(({ target }) => target))).toEqual([
        ["intune-remediation", "raw"],
        ["raw"],
      ]);
    });

    test("stop all, where that is asked for", async () => {
      const strict = { ...options, strict: true, signer: countingSigner(signers.rsa2048) };
      await expect(build(sites, strict)).rejects.toMatchObject({
        code: "package-restart",
        place: { line: 3 },
      });
    });

    test("are only counted after the first hundred", async () => {
      const many = Array.from({ length: 150 }, (_, index) => ({ ...sites[2], site: `s${index}` }));
      const signer = countingSigner(signers.rsa2048);
      const { faults, untold } = await build([{ site: "bad" }, ...many], { ...options, signer });
      expect([faults.length, untold]).toEqual([100, 51]);
    });
  });
});
