import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, portkeep, scriptOf } from "../console.ts";
import { bytesOf, fingerprint, folderToSign, signedBy, signer, withKey } from "../signed.ts";

const list = "site,products\nberlin,ias\nparis,ias\nrome,ipsec\n";
const build = ["build", "sites.csv", "-o", "fleet"];
/** The seal as it is typed: where a backslash parts it, in quotes. */
const inFleet = process.platform === "win32" ? '"fleet\\manifest.ps1"' : "fleet/manifest.ps1";

describe("build", () => {
  test("writes scripts, manifest and seal, and says what to do next", async () => {
    const folder = folderToSign({ "sites.csv": list });
    const { code, stdout, stderr } = await portkeep([...build, ...withKey], folder);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${join("fleet", "manifest.jsonl")}\n` });
    expect(stderr).toBe(`3 sites with 2 distinct scripts: 2 made now, 0 there already.
The manifest has the serial number 1.
Next, wherever the folder is used, check the manifest:
  portkeep verify ${inFleet} --signer ${fingerprint(signer)}
`);
    const [line] = readFileSync(join(folder, "fleet", "manifest.jsonl"), "utf8").split("\n");
    const { file } = JSON.parse(line ?? "");
    expect(bytesOf(join(folder, "fleet"), file)).toEqual(await signedBy(signer));
  });

  test("puts quotes around a folder that needs them, in the command that checks it", async () => {
    const folder = folderToSign({ "sites.csv": list });
    const { stderr } = await portkeep(["build", "sites.csv", "-o", "my fleet", ...withKey], folder);
    expect(stderr).toContain(`\n  portkeep verify "${join("my fleet", "manifest.ps1")}" --signer `);
  });

  test("gives the command that checks it", async () => {
    const folder = folderToSign({ "sites.csv": list });
    const { stderr } = await portkeep([...build, ...withKey], folder);
    const [, words = ""] = /\n {2}portkeep (verify .*)\n/.exec(stderr) ?? [];
    const argv = words.replaceAll('"', "").split(" ");
    const good = await portkeep(argv, folder);
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining("serial number 1 and 3 sites")]);
    writeFileSync(join(folder, "fleet", "manifest.jsonl"), "");
    const changed = await portkeep([...argv, "--json"], folder);
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({
      accepted: false,
      manifest: { file: "manifest.jsonl", serial: 1, sites: 3, scripts: 2 },
      findings: [{ code: "manifest-changed" }],
    });
    rmSync(join(folder, "fleet", "manifest.jsonl"));
    const missing = await portkeep(argv, folder);
    expect([missing.code, missing.stdout]).toEqual([1, expect.stringContaining("is not beside it")]);
  });

  test("changes nothing the second time", async () => {
    const folder = folderToSign({ "sites.csv": list });
    await portkeep([...build, ...withKey], folder);
    const files = () => filesIn(folder).map((file) => [file, bytesOf(folder, file)]);
    const before = files();
    const { stdout } = await portkeep([...build, ...withKey, "--json"], folder);
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      command: "build",
      folder: "fleet",
      sites: 3,
      failed: 0,
      scripts: { all: 2, new: 0, kept: 2, replaced: 0 },
      bundles: { all: 0, replaced: 0 },
      signer: expect.objectContaining({ sha256: fingerprint(signer) }),
      development: false,
      manifest: {
        file: join("fleet", "manifest.jsonl"),
        seal: join("fleet", "manifest.ps1"),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        serial: 1,
        changed: false,
        restored: false,
      },
      page: null,
      errors: [],
      untold: 0,
      warnings: [],
    });
    expect(files()).toEqual(before);
  });

  describe("says what was changed since, and puts it back", () => {
    const warnings = (stderr: string) =>
      stderr.split("\n").filter((line) => /^(warning|waarschuwing): /.test(line));
    const appended = (folder: string, name: string) => appendFileSync(join(folder, "fleet", name), "{}\n");

    test.each([
      [
        "a changed manifest",
        "en",
        appended,
        /manifest\.jsonl was missing or had been changed\. The manifest 1 is put back/,
      ],
      ["in Dutch", "nl", appended, /manifest\.jsonl ontbrak of was gewijzigd.*teruggezet/],
      [
        "a missing manifest",
        "en",
        (folder: string, name: string) => rmSync(join(folder, "fleet", name)),
        /manifest\.jsonl was missing/,
      ],
    ])("%s", async (_, locale, harm, wanted) => {
      const folder = folderToSign({ "sites.csv": list });
      await portkeep([...build, ...withKey, "--locale", locale], folder);
      const before = bytesOf(folder, "fleet/manifest.jsonl");
      harm(folder, "manifest.jsonl");
      const { code, stderr } = await portkeep([...build, ...withKey, "--locale", locale], folder);
      expect([code, warnings(stderr)]).toEqual([0, [expect.stringMatching(wanted)]]);
      expect(stderr).not.toMatch(/is as it was|is zoals het was/);
      expect(bytesOf(folder, "fleet/manifest.jsonl")).toEqual(before);
    });

    test.each([
      ["en", /^warning: 1 script replaced: what was there had been changed/],
      ["nl", /^waarschuwing: 1 script vervangen: wat er stond, was gewijzigd/],
    ])("a changed script: %s", async (locale, wanted) => {
      const folder = folderToSign({ "sites.csv": list });
      await portkeep([...build, ...withKey, "--locale", locale], folder);
      const [script = ""] = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("scripts/"));
      const before = bytesOf(join(folder, "fleet"), script);
      appended(folder, script);
      const { stderr } = await portkeep([...build, ...withKey, "--locale", locale], folder);
      expect(warnings(stderr)).toEqual([expect.stringMatching(wanted)]);
      expect(bytesOf(join(folder, "fleet"), script)).toEqual(before);
    });

    test.each([
      ["en", /^warning: 1 bundle replaced: what was there had been changed/],
      ["nl", /^waarschuwing: 1 pakket vervangen: wat er stond, was gewijzigd/],
    ])("a changed bundle: %s", async (locale, wanted) => {
      const folder = folderToSign({ "sites.csv": list });
      const argv = [...build, ...withKey, "--for", "raw", "--locale", locale];
      await portkeep(argv, folder);
      const [bundle = ""] = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("bundles/"));
      const before = bytesOf(join(folder, "fleet"), bundle);
      appended(folder, bundle);
      const { stderr } = await portkeep(argv, folder);
      expect(warnings(stderr)).toEqual([expect.stringMatching(wanted)]);
      expect(bytesOf(join(folder, "fleet"), bundle)).toEqual(before);
    });

    test("all in the JSON", async () => {
      const folder = folderToSign({ "sites.csv": list });
      const argv = [...build, ...withKey, "--for", "raw"];
      await portkeep(argv, folder);
      for (const file of filesIn(join(folder, "fleet"))) {
        if (file !== "manifest.ps1") appended(folder, file);
      }
      const { stdout } = await portkeep([...argv, "--json"], folder);
      expect(JSON.parse(stdout)).toMatchObject({
        scripts: { all: 2, new: 2, kept: 0, replaced: 2 },
        bundles: { all: 2, replaced: 2 },
        warnings: ["scripts-replaced", "bundles-replaced", "manifest-restored"].map((code) => ({ code })),
        manifest: { serial: 1, changed: false, restored: true },
      });
    });

    test("and a manifest of other sites is a new one, of which nothing is put back", async () => {
      const folder = folderToSign({ "sites.csv": list });
      await portkeep([...build, ...withKey], folder);
      writeFileSync(join(folder, "sites.csv"), `${list}oslo,ias\n`);
      const { stdout, stderr } = await portkeep([...build, ...withKey, "--json"], folder);
      expect(warnings(stderr)).toEqual([]);
      expect(JSON.parse(stdout).manifest).toMatchObject({ serial: 2, changed: true, restored: false });
    });
  });

  test("warns of scripts that nobody signed", async () => {
    const folder = folderToSign({ "sites.csv": list });
    const { code, stderr, stdout } = await portkeep([...build, "--json"], folder);
    const message = "the scripts and the manifest are not signed";
    expect([code, stderr]).toEqual([0, expect.stringContaining(`warning: ${message}`)]);
    const warning = { code: "unsigned", message: expect.stringContaining(message) };
    expect(JSON.parse(stdout).warnings).toEqual([warning]);
  });

  describe("says once how many scripts are signed with a hash that their system cannot read", () => {
    const sites = "site,products,os\na,ias,windows-server-2003\nb,ipsec,sbs-2003-premium\nc,nps,\n";

    test.each([
      ["with SHA-256", withKey, [expect.stringMatching(/2003.*refuse 2 scripts.*--hash sha1/)]],
      ["in Dutch", [...withKey, "--locale", "nl"], [expect.stringMatching(/2003.*2 scripts.*--hash sha1/)]],
      ["none with SHA-1", [...withKey, "--hash", "sha1"], []],
      ["none without a signature", [], []],
    ])("%s", async (_, options, wanted) => {
      const { stderr } = await portkeep([...build, ...options], folderToSign({ "sites.csv": sites }));
      expect(stderr.split("\n").filter((line) => line.includes("AllSigned"))).toEqual(wanted);
    });
  });

  test("makes bundles too", async () => {
    const folder = folderToSign({ "sites.csv": list });
    await portkeep([...build, ...withKey, "--for", "raw,ninjaone"], folder);
    const names = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("bundles/"));
    expect(names.map((name) => name.split("/").at(-1))).toEqual([
      "ninjaone.zip",
      "raw.zip",
      "ninjaone.zip",
      "raw.zip",
    ]);
  });

  test("makes the same manifest in whatever order its tools are named", async () => {
    const folder = folderToSign({ "sites.csv": list });
    await portkeep([...build, "--for", "raw,ninjaone"], folder);
    const { stdout } = await portkeep([...build, "--for", "ninjaone,raw", "--json"], folder);
    expect(JSON.parse(stdout).manifest).toMatchObject({ serial: 1, changed: false });
  });

  test("speaks Dutch, and renders in Dutch what the list leaves open", async () => {
    const folder = folderToSign({ "sites.csv": list });
    const { stderr } = await portkeep([...build, "--locale", "nl"], folder);
    expect(stderr).toContain("3 locaties met 2 verschillende scripts: 2 nu gemaakt, 0 waren er al.");
    const scripts = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("scripts/"));
    const wanted = scriptOf({ products: ["ias"], locale: "nl" });
    expect(scripts.some((file) => bytesOf(join(folder, "fleet"), file).equals(wanted))).toBe(true);
  });
});

test("a signing command of which nothing says whose key it has is refused", async () => {
  const argv = [...build, "--sign-command", "signer {hash}"];
  const { code, stderr } = await portkeep(argv, folderToSign({ "sites.csv": list }));
  expect([code, stderr]).toEqual([2, expect.stringMatching(/--sign-command.*--sign-cert.*--sign-subject/)]);
});

test("a signature without a timestamp is not reused where one is asked for", async () => {
  const folder = folderToSign({ "sites.csv": list });
  await portkeep([...build, ...withKey], folder);
  const nobody = ["--timestamp", "http://127.0.0.1:9/"];
  const { code, stderr } = await portkeep([...build, ...withKey, ...nobody], folder);
  expect([code, stderr]).toEqual([2, expect.stringContaining("127.0.0.1:9")]);
});
