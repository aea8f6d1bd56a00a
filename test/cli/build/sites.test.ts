import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, portkeep } from "../console.ts";
import { folderToSign } from "../signed.ts";

const list = "site,products\nberlin,ias\nparis,ias\nrome,ipsec\n";
const bad = "site,products\nberlin,ias\nparis,iass\n";
const build = ["build", "sites.csv", "-o", "fleet"];

describe("a bad site", () => {
  test("is told with its line, and the exit code is 1", async () => {
    const { code, stderr, stdout } = await portkeep(build, folderToSign({ "sites.csv": bad }));
    expect([code, stdout]).toEqual([1, `${join("fleet", "manifest.jsonl")}\n`]);
    expect(stderr).toMatch(/^error: sites\.csv:3:7 products: "iass" is neither .* Did you mean ias\?/);
    expect(stderr).toContain("\n> 3 | paris,iass\n    |       ^\n");
    expect(stderr).toContain("\n1 site left out: see the errors above.\n");
  });

  test("is in the JSON as every error is", async () => {
    const { stdout } = await portkeep([...build, "--json"], folderToSign({ "sites.csv": bad }));
    expect(JSON.parse(stdout)).toMatchObject({
      sites: 1,
      failed: 1,
      errors: [
        { code: "unknown-product", place: { file: "sites.csv", line: 3, column: 7, path: "products" } },
      ],
    });
  });

  test("that can have no bundle for a tool is told, and has its script; the exit code is 1", async () => {
    const rows = "site,products,reboot\na,ias,\nb,ias,IfNeeded\nc,ias,IfNeeded\n";
    const folder = folderToSign({ "sites.csv": rows });
    const { code, stdout } = await portkeep([...build, "--for", "configmgr", "--json"], folder);
    const result = JSON.parse(stdout);
    expect([code, result.sites, result.failed]).toEqual([1, 3, 0]);
    expect(result.errors).toMatchObject(
      [3, 4].map((line) => ({ code: "package-restart", place: { file: "sites.csv", line } })),
    );
  });

  test.each([
    "a,isa-2000,,",
    "a,h323-gatekeeper,windows-server-2022,",
    "a,all,windows-server-2003,",
    "a,ias,windows-server-2008,",
    "a,ias,,IfNeeded",
  ])("is told without an option that build has not: %s", async (row) => {
    const folder = folderToSign({ "sites.csv": `site,products,os,reboot\n${row}\n` });
    const { code, stderr } = await portkeep([...build, "--for", "configmgr"], folder);
    const { stdout: help } = await portkeep(["build", "--help"]);
    expect([code, stderr.split("\n")[0]]).toEqual([1, expect.stringMatching(/^error: sites\.csv:2/)]);
    for (const [option] of stderr.matchAll(/--[a-z-]+/g)) expect(help).toContain(` ${option} `);
  });

  test("is told of no system that no list can name, since it has no PowerShell", async () => {
    const folder = folderToSign({ "sites.csv": "site,products\na,isa-2000\n" });
    const { stderr } = await portkeep(build, folder);
    expect(stderr).toContain(" the value sbs-2003-premium if ");
  });

  test.each([
    ["the first time", false],
    ["where a manifest stands", true],
  ])("and no good one gives no result: %s", async (_, stands) => {
    const folder = folderToSign({ "sites.csv": list });
    if (stands) await portkeep(build, folder);
    const before = filesIn(folder);
    writeFileSync(join(folder, "sites.csv"), "site,products\nparis,iass\n");
    const { code, stdout, stderr } = await portkeep(build, folder);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("\n1 site left out: see the errors above.\nNo site has a script");
    expect(filesIn(folder)).toEqual(before);
  });

  test("stops all with --strict, and the exit code is 2", async () => {
    const folder = folderToSign({ "sites.csv": bad });
    const { code, stderr } = await portkeep([...build, "--strict"], folder);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: sites\.csv:3:7 products: /)]);
    expect(filesIn(folder)).not.toContain("fleet/manifest.jsonl");
  });

  test("among many is counted where it is not shown", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `s${index},iass`);
    const sites = `site,products\ngood,ias\n${rows.join("\n")}\n`;
    const { stderr } = await portkeep(build, folderToSign({ "sites.csv": sites }));
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
    const { stdout } = await portkeep(["build", name, "--json"], folderToSign({ [name]: text }));
    expect(JSON.parse(stdout)).toMatchObject({ sites: 1, failed: 0, folder: join("out", "fleet") });
  });

  test.each([
    ["csv", "site,products\na,ias\n"],
    ["jsonl", json],
    ["yaml", `- ${json}`],
  ])("comes from standard input where its form is told: %s", async (form, text) => {
    const argv = ["build", "-", "--sites-format", form, "--json"];
    expect(JSON.parse((await portkeep(argv, folderToSign({}), text)).stdout)).toMatchObject({ sites: 1 });
  });

  test.each([
    ["whose form nothing tells", ["build", "sites.txt"], "error: sites.txt: its name does not tell"],
    [
      "whose ending is a word of JavaScript's",
      ["build", "sites.constructor"],
      "error: sites.constructor: its name does not",
    ],
    ["of standard input likewise", ["build", "-"], "error: -: its name does not tell"],
    [
      "of a form that there is not",
      ["build", "sites.txt", "--sites-format", "jsn"],
      'error: --sites-format: "jsn"',
    ],
    ["that is not there", ["build", "none.csv"], "error: none.csv: there is no such file"],
    ["that is a folder", ["build", ".", "--sites-format", "csv"], "error: .: it is a folder"],
    ["that is empty", ["build", "empty.csv"], "error: empty.csv: it is empty"],
    ["that is a spreadsheet", ["build", "sites.xlsx"], "error: sites.xlsx: its name does not tell"],
    ["that is a spreadsheet by another name", ["build", "zip.csv"], "error: zip.csv:1:3: it holds a control"],
    ["in the signs of Windows", ["build", "ansi.csv"], "error: ansi.csv:2:2: it is not saved as UTF-8"],
    ["of lines, likewise", ["build", "ansi.jsonl"], "error: ansi.jsonl:1:11: it is not saved as UTF-8"],
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
    const folder = folderToSign({
      ...{ "sites.txt": list, "sites.xlsx": list, "sites.csv": list, "empty.csv": "" },
      "zip.csv": "PK\u0003\u0004",
      "ansi.csv": Buffer.from("site,products\nM\u00fcnchen,ias\n", "latin1"),
      "ansi.jsonl": Buffer.from('{"site":"M\u00fcnchen"}\n', "latin1"),
    });
    writeFileSync(join(folder, "wide.csv"), Buffer.from(`\ufeff${list}`, "utf16le"));
    const { code, stderr } = await portkeep(argv, folder);
    expect([code, stderr.slice(0, message.length)]).toEqual([2, message]);
    expect(filesIn(folder).filter((file) => file.startsWith("out/"))).toEqual([]);
  });

  test("that is read whole is refused when it is large, and told of JSON Lines", async () => {
    const folder = folderToSign({ "sites.yaml": `- ${json}\n`.repeat(130_000) });
    const { code, stderr } = await portkeep(["build", "sites.yaml"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: sites\.yaml: YAML and JSON are read whole.*JSON Lines/),
    ]);
  });
});
