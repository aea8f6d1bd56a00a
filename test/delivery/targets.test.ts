import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { BundleFile } from "../../src/delivery/package.ts";
import { makeBundle, type TargetName, targets } from "../../src/delivery/targets.ts";
import { verifyScript } from "../../src/signing/verify/verify.ts";
import { issue, pki } from "../signing/pki.ts";
import { textOf } from "./bundle.ts";
import { signedPackage } from "./package.ts";
import { vbsPackage } from "./vbs.ts";

const given = await signedPackage();
const again = await signedPackage();
const names = Object.keys(targets) as TargetName[];
const bundles = await Promise.all(
  names.map(async (name) => [name, await makeBundle(name, given), await makeBundle(name, again)] as const),
);

/** Gives the paths of a bundle, and the SHA-256 that names a folder of Group Policy as a word. */
const pathsOf = (bundle: readonly BundleFile[]) =>
  bundle.map(({ path }) => path.replace(/\{[0-9A-F-]{36}\}/g, "{ID}"));

test.each([
  ["raw", ["reserve-ports.ps1", "reserve-ports.cmd", "settings-card.md", "README.md"]],
  [
    "tactical",
    ["script.json", "community_scripts.json", "scripts/reserve-ports.ps1", "settings-card.md", "README.md"],
  ],
  [
    "configmgr",
    ["reserve-ports.ps1", "reserve-ports-discovery.ps1", "New-Items.ps1", "settings-card.md", "README.md"],
  ],
  ["nupkg", ["reserve-ports.1.2.3.nupkg", "settings-card.md", "README.md"]],
  [
    "ansible",
    [
      "reserve_ports/files/reserve-ports.ps1",
      "reserve_ports/tasks/main.yml",
      "reserve_ports/defaults/main.yml",
      "reserve_ports/meta/main.yml",
      "playbook.yml",
      "settings-card.md",
      "README.md",
    ],
  ],
  ["ninjaone", ["reserve-ports.ps1", "settings-card.md", "README.md"]],
  ["nable", ["reserve-ports.ps1", "settings-card.md", "README.md"]],
  ["level", ["reserve-ports.ps1", "settings-card.md", "README.md"]],
])("the bundle for %s has these files", (name, paths) => {
  expect(pathsOf(bundles.find(([target]) => target === name)?.[1] ?? [])).toEqual(paths);
});

describe.each(bundles)("the bundle for %s", (_, bundle, same) => {
  test("has a README that begins with a heading, and each path once", () => {
    expect(textOf(bundle, "README.md")).toMatch(/^# .+\r\n\r\n/);
    expect(new Set(bundle.map(({ path }) => path.toLowerCase())).size).toBe(bundle.length);
  });

  test("is the same for the same package", () => {
    // The keys of an .intunewin package are made of what is in it.
    expect(same.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")])).toEqual(
      bundle.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]),
    );
  });

  test("holds no script without a good signature by the package's signer", () => {
    const options = { roots: [], signer: null, integrityOnly: true, allowSha1: false, now: new Date() };
    for (const { bytes } of bundle.filter(({ path }) => path.endsWith(".ps1"))) {
      const { findings, signer } = verifyScript(bytes, options);
      expect(findings).toEqual([]);
      expect(signer?.fingerprint256).toBe(given.signer?.fingerprint256);
    }
  });
});

describe("of a VBScript", () => {
  test.each(names.filter((name) => name !== "raw" && name !== "gpo"))(
    "%s makes nothing, and says why and what does",
    async (tool) => {
      const reason = tool === "gpo-trust" ? "signature" : "powershell";
      await expect(makeBundle(tool, vbsPackage)).rejects.toMatchObject({
        code: "package-vbs",
        facts: { tool, reason, others: ["raw", "gpo"] },
      });
    },
  );

  test.each(["raw", "gpo"] as const)(
    "%s makes the same each time, with paths that differ, and without PowerShell",
    async (tool) => {
      const bundle = await makeBundle(tool, vbsPackage);
      expect(await makeBundle(tool, vbsPackage)).toEqual(bundle);
      expect(new Set(bundle.map(({ path }) => path.toLowerCase())).size).toBe(bundle.length);
      expect(bundle.filter(({ path }) => path.endsWith(".ps1"))).toEqual([]);
      expect(textOf(bundle, "README.md")).toMatch(/^# .+\r\n\r\n/);
    },
  );
});

test.each<[TargetName, string, string]>([
  ["nupkg", "chocolateyInstall", "tools/chocolateyInstall.ps1"],
  ["nupkg", "ChocolateyINSTALL", "tools/ChocolateyINSTALL.ps1"],
  ["configmgr", "New-Items", "New-Items.ps1"],
])("%s takes no script with the name of a file of its own: %s", async (target, name, path) => {
  await expect(makeBundle(target, { ...given, name })).rejects.toMatchObject({
    code: "package-name-taken",
    facts: { path },
  });
});

/** What of the name below would do something in a file of each kind. */
const meanings: Record<string, string> = { md: "`g`", yml: "{{h", ps1: "$(j)", cmd: "%k%" };

test("nothing in a signer's name gets out of a text, a table or a file for a tool", async () => {
  const name = "A \"b\" 'c' <d>&e | f `g` {{h}} {i} $(j) %k% \u202el";
  const { intermediate, signers } = await pki();
  const hostile = await signedPackage(undefined, await issue(intermediate, { name, key: signers.rsa2048 }));
  expect(new X509Certificate(hostile.signer?.raw ?? Buffer.of()).subject).toContain("{{h}}");
  for (const target of names) {
    for (const { path, bytes } of await makeBundle(target, hostile)) {
      const special = meanings[path.split(".").at(-1) ?? ""];
      if (!special) continue;
      const text = Buffer.from(bytes).toString("latin1");
      const ours = path.endsWith(".ps1") ? (text.split("# SIG # Begin")[0] ?? "") : text;
      expect([target, path, ours.includes(special)]).toEqual([target, path, false]);
    }
  }
});
