import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, portkeep, scriptOf } from "../console.ts";
import { bytesOf, fingerprint, folderToSign, signedBy, signer, withKey } from "../signed.ts";

const list = "site,products\nberlin,ias\nparis,ias\nrome,ipsec\n";
const bad = "site,products\nberlin,ias\nparis,iass\n";
const build = ["build", "sites.csv", "-o", "fleet"];
/** The seal as it is typed: where a backslash parts it, in quotes. */
const inFleet = process.platform === "win32" ? '"fleet\\manifest.ps1"' : "fleet/manifest.ps1";

function folderWith(files: Record<string, string>): string {
  return folderToSign(files);
}

describe("build", () => {
  test("writes scripts, manifest and seal, and says what to do next", async () => {
    const folder = folderWith({ "sites.csv": list });
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
    const folder = folderWith({ "sites.csv": list });
    const { stderr } = await portkeep(["build", "sites.csv", "-o", "my fleet", ...withKey], folder);
    expect(stderr).toContain(`\n  portkeep verify "${join("my fleet", "manifest.ps1")}" --signer `);
  });

  test("gives the command that checks it", async () => {
    const folder = folderWith({ "sites.csv": list });
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
    const folder = folderWith({ "sites.csv": list });
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
      bundles: 0,
      signer: expect.objectContaining({ sha256: fingerprint(signer) }),
      manifest: {
        file: join("fleet", "manifest.jsonl"),
        seal: join("fleet", "manifest.ps1"),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        serial: 1,
        changed: false,
        restored: false,
      },
      errors: [],
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
      const folder = folderWith({ "sites.csv": list });
      await portkeep([...build, ...withKey, "--locale", locale], folder);
      const before = bytesOf(folder, "fleet/manifest.jsonl");
      harm(folder, "manifest.jsonl");
      const { code, stderr } = await portkeep([...build, ...withKey, "--locale", locale], folder);
      expect([code, warnings(stderr)]).toEqual([0, [expect.stringMatching(wanted)]]);
      expect(bytesOf(folder, "fleet/manifest.jsonl")).toEqual(before);
    });

    test.each([
      ["en", /^warning: 1 script replaced: what was there had been changed/],
      ["nl", /^waarschuwing: 1 script vervangen: wat er stond, was gewijzigd/],
    ])("a changed script: %s", async (locale, wanted) => {
      const folder = folderWith({ "sites.csv": list });
      await portkeep([...build, ...withKey, "--locale", locale], folder);
      const [script = ""] = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("scripts/"));
      const before = bytesOf(join(folder, "fleet"), script);
      appended(folder, script);
      const { stderr } = await portkeep([...build, ...withKey, "--locale", locale], folder);
      expect(warnings(stderr)).toEqual([expect.stringMatching(wanted)]);
      expect(bytesOf(join(folder, "fleet"), script)).toEqual(before);
    });

    test("both in the JSON", async () => {
      const folder = folderWith({ "sites.csv": list });
      await portkeep([...build, ...withKey], folder);
      for (const file of filesIn(join(folder, "fleet"))) {
        if (file !== "manifest.ps1") appended(folder, file);
      }
      const { stdout } = await portkeep([...build, ...withKey, "--json"], folder);
      expect(JSON.parse(stdout)).toMatchObject({
        scripts: { all: 2, new: 2, kept: 0, replaced: 2 },
        manifest: { serial: 1, changed: false, restored: true },
      });
    });

    test("and a manifest of other sites is a new one, of which nothing is put back", async () => {
      const folder = folderWith({ "sites.csv": list });
      await portkeep([...build, ...withKey], folder);
      writeFileSync(join(folder, "sites.csv"), `${list}oslo,ias\n`);
      const { stdout, stderr } = await portkeep([...build, ...withKey, "--json"], folder);
      expect(warnings(stderr)).toEqual([]);
      expect(JSON.parse(stdout).manifest).toMatchObject({ serial: 2, changed: true, restored: false });
    });
  });

  test("warns of scripts that nobody signed", async () => {
    const folder = folderWith({ "sites.csv": list });
    const { code, stderr } = await portkeep(build, folder);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("warning: the scripts and the manifest are not"),
    ]);
  });

  describe("says once how many scripts are signed with a hash that their system cannot read", () => {
    const sites = "site,products,os\na,ias,windows-server-2003\nb,ipsec,sbs-2003-premium\nc,nps,\n";

    test.each([
      ["with SHA-256", withKey, [expect.stringMatching(/2003.*refuse 2 scripts.*--hash sha1/)]],
      ["in Dutch", [...withKey, "--locale", "nl"], [expect.stringMatching(/2003.*2 scripts.*--hash sha1/)]],
      ["none with SHA-1", [...withKey, "--hash", "sha1"], []],
      ["none without a signature", [], []],
    ])("%s", async (_, options, wanted) => {
      const { stderr } = await portkeep([...build, ...options], folderWith({ "sites.csv": sites }));
      expect(stderr.split("\n").filter((line) => line.includes("AllSigned"))).toEqual(wanted);
    });
  });

  test("makes bundles too", async () => {
    const folder = folderWith({ "sites.csv": list });
    await portkeep([...build, ...withKey, "--for", "raw,ninjaone"], folder);
    const names = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("bundles/"));
    expect(names.map((name) => name.split("/").at(-1))).toEqual([
      "ninjaone.zip",
      "raw.zip",
      "ninjaone.zip",
      "raw.zip",
    ]);
  });

  test("speaks Dutch, and renders in Dutch what the list leaves open", async () => {
    const folder = folderWith({ "sites.csv": list });
    const { stderr } = await portkeep([...build, "--locale", "nl"], folder);
    expect(stderr).toContain("3 locaties met 2 verschillende scripts: 2 nu gemaakt, 0 waren er al.");
    const scripts = filesIn(join(folder, "fleet")).filter((file) => file.startsWith("scripts/"));
    const wanted = scriptOf({ products: ["ias"], locale: "nl" });
    expect(scripts.some((file) => bytesOf(join(folder, "fleet"), file).equals(wanted))).toBe(true);
  });
});

describe("a bad site", () => {
  test("is told with its line, and the exit code is 1", async () => {
    const { code, stderr, stdout } = await portkeep(build, folderWith({ "sites.csv": bad }));
    expect([code, stdout]).toEqual([1, `${join("fleet", "manifest.jsonl")}\n`]);
    expect(stderr).toMatch(/^error: sites\.csv:3:7 products: "iass" is neither .* Did you mean ias\?/);
    expect(stderr).toContain("\n> 3 | paris,iass\n    |       ^\n");
    expect(stderr).toContain("\n1 site left out: see the errors above.\n");
  });

  test("is in the JSON as every error is", async () => {
    const { stdout } = await portkeep([...build, "--json"], folderWith({ "sites.csv": bad }));
    expect(JSON.parse(stdout)).toMatchObject({
      sites: 1,
      failed: 1,
      errors: [
        { code: "unknown-product", place: { file: "sites.csv", line: 3, column: 7, path: "products" } },
      ],
    });
  });

  test.each([
    ["the first time", false],
    ["where a manifest stands", true],
  ])("and no good one gives no result: %s", async (_, stands) => {
    const folder = folderWith({ "sites.csv": list });
    if (stands) await portkeep(build, folder);
    const before = filesIn(folder);
    writeFileSync(join(folder, "sites.csv"), "site,products\nparis,iass\n");
    const { code, stdout, stderr } = await portkeep(build, folder);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("\n1 site left out: see the errors above.\nNo site has a script");
    expect(filesIn(folder)).toEqual(before);
  });

  test("stops all with --strict, and the exit code is 2", async () => {
    const folder = folderWith({ "sites.csv": bad });
    const { code, stderr } = await portkeep([...build, "--strict"], folder);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: sites\.csv:3:7 products: /)]);
    expect(filesIn(folder)).not.toContain("fleet/manifest.jsonl");
  });

  test("among many is counted where it is not shown", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `s${index},iass`);
    const sites = `site,products\ngood,ias\n${rows.join("\n")}\n`;
    const { stderr } = await portkeep(build, folderWith({ "sites.csv": sites }));
    expect(stderr.match(/^error: /gm)).toHaveLength(100);
    expect(stderr).toContain("\n20 more of the same kind, which are not shown.\n");
  });
});

describe("a list", () => {
  const json = '{"site":"a","products":["ias"]}';

  test.each([
    ["sites.csv", "site,products\na,ias\n"],
    ["SITES.CSV", "site,products\na,ias\n"],
    ["sites.jsonl", `${json}\n`],
    ["sites.ndjson", `${json}\n`],
    ["sites.json", `[${json}]`],
    ["sites.yaml", `- ${json}`],
    ["sites.yml", `- ${json}`],
  ])("is read by its name: %s", async (name, text) => {
    const { stdout } = await portkeep(["build", name, "--json"], folderWith({ [name]: text }));
    expect(JSON.parse(stdout)).toMatchObject({ sites: 1, failed: 0, folder: join("out", "fleet") });
  });

  test.each([
    ["csv", "site,products\na,ias\n"],
    ["jsonl", json],
    ["yaml", `- ${json}`],
  ])("comes from standard input where its form is told: %s", async (form, text) => {
    const argv = ["build", "-", "--sites-format", form, "--json"];
    expect(JSON.parse((await portkeep(argv, folderWith({}), text)).stdout)).toMatchObject({ sites: 1 });
  });

  test.each([
    ["whose form nothing tells", ["build", "sites.txt"], "error: sites.txt: its name does not tell"],
    ["of standard input likewise", ["build", "-"], "error: -: its name does not tell"],
    [
      "of a form that there is not",
      ["build", "sites.txt", "--sites-format", "jsn"],
      'error: --sites-format: "jsn"',
    ],
    ["that is not there", ["build", "none.csv"], "error: none.csv: there is no such file"],
    ["that is a folder", ["build", ".", "--sites-format", "csv"], "error: .: it is a folder"],
    ["that is empty", ["build", "empty.csv"], "error: empty.csv: it is empty"],
    ["in UTF-16", ["build", "wide.csv"], "error: wide.csv: it is saved as UTF-16"],
    [
      "for a tool that there is not",
      ["build", "sites.csv", "--for", "rw"],
      'error: --for: "rw" is not possible here',
    ],
    [
      "with a key that is not there",
      ["build", "sites.csv", "--sign-pfx", "none.pfx"],
      "error: none.pfx: there is no",
    ],
  ])("%s is refused", async (_, argv, message) => {
    const folder = folderWith({ "sites.txt": list, "sites.csv": list, "empty.csv": "" });
    writeFileSync(join(folder, "wide.csv"), Buffer.from(`\ufeff${list}`, "utf16le"));
    const { code, stderr } = await portkeep(argv, folder);
    expect([code, stderr.slice(0, message.length)]).toEqual([2, message]);
    expect(filesIn(folder).filter((file) => file.startsWith("out/"))).toEqual([]);
  });

  test("that is read whole is refused when it is large, and told of JSON Lines", async () => {
    const folder = folderWith({ "sites.yaml": `- ${json}\n`.repeat(130_000) });
    const { code, stderr } = await portkeep(["build", "sites.yaml"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: sites\.yaml: YAML and JSON are read whole.*JSON Lines/),
    ]);
  });
});

test("a signing command of which nothing says whose key it has is refused", async () => {
  const argv = [...build, "--sign-command", "signer {hash}"];
  const { code, stderr } = await portkeep(argv, folderWith({ "sites.csv": list }));
  expect([code, stderr]).toEqual([2, expect.stringMatching(/--sign-command.*--sign-cert.*--sign-subject/)]);
});

test("a signature without a timestamp is not reused where one is asked for", async () => {
  const folder = folderWith({ "sites.csv": list });
  await portkeep([...build, ...withKey], folder);
  const nobody = ["--timestamp", "http://127.0.0.1:9/"];
  const { code, stderr } = await portkeep([...build, ...withKey, ...nobody], folder);
  expect([code, stderr]).toEqual([2, expect.stringContaining("127.0.0.1:9")]);
});
