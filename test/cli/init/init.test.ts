import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { goodTable } from "../bad-tables.ts";
import { emptyFolder, filesIn, portkeep } from "../console.ts";
import { berlin, init } from "./run.ts";

describe("with options, nothing is asked", () => {
  test("a new list is written, and the next command is named", async () => {
    const { code, stdout, stderr, read } = await init(berlin);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "sites.csv\n" });
    expect(read()).toBe("site,products,ports,os,reboot\r\nberlin-dc1,ias ipsec,,,\r\n");
    expect(stderr).toBe(
      "1 site in sites.csv, 1 new.\nNext, a try without a signature:\n  portkeep build sites.csv -o try\n",
    );
  });

  test("the next command works, and builds in the user's language", async () => {
    const { stderr, folder } = await init([...berlin, "--locale", "nl"]);
    const [, command = ""] = /\n {2}portkeep (.*)\n$/.exec(stderr) ?? [];
    expect(command).toBe("build sites.csv -o try --locale nl");
    expect(await portkeep(command.split(" "), folder)).toMatchObject({ code: 0 });
  });

  test("a product of an own table is taken, and the next command has the table", async () => {
    const options = ["--site", "a", "--product", "game", "--table", "own.yaml"];
    const { code, stderr, read, folder } = await init(options, { "own.yaml": goodTable });
    expect([code, read()]).toEqual([0, "site,products,ports,os,reboot\r\na,game,,,\r\n"]);
    const [, command = ""] = /\n {2}portkeep (.*)\n$/.exec(stderr) ?? [];
    expect(command).toBe("build sites.csv --table own.yaml -o try");
    expect(await portkeep(command.split(" "), folder)).toMatchObject({ code: 0 });
  });

  test("each option has its place in the list", async () => {
    const more = ["--port", "5000-5010=Backup, agent", "--os", "windows-server-2003", "--reboot", "IfNeeded"];
    expect((await init([...berlin, ...more])).read()).toContain(
      '\nberlin-dc1,ias ipsec,"5000-5010=Backup, agent",windows-server-2003,IfNeeded\r\n',
    );
  });

  test.each([
    ["sites.jsonl", '{"site":"berlin-dc1","products":["ias","ipsec"]}\n'],
    ["sites.ndjson", '{"site":"berlin-dc1","products":["ias","ipsec"]}\n'],
    ["sites.yaml", "- site: berlin-dc1\n  products:\n    - ias\n    - ipsec\n"],
    ["sites.yml", "- site: berlin-dc1\n  products:\n    - ias\n    - ipsec\n"],
  ])("the file's name tells the form: %s", async (name, wanted) => {
    expect((await init([...berlin, "-o", name])).read(name)).toBe(wanted);
  });

  test("as JSON, it is told what was written", async () => {
    const { stdout } = await init([...berlin, "--json"], { "sites.csv": "site,products\na,ias\n" });
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      command: "init",
      file: "sites.csv",
      new: false,
      added: [{ site: "berlin-dc1", products: ["ias", "ipsec"] }],
      sites: 2,
    });
  });

  test("nothing is asked at a terminal either", async () => {
    expect(await init(berlin, {}, [])).toMatchObject({ code: 0, questions: [] });
  });
});

describe("what is refused, with nothing written", () => {
  test.each<[string, string[], string]>([
    ["no site", [], "answers-needed"],
    ["a site and nothing of it", ["--site", "a"], "answers-needed"],
    ["an id that is none", ["--site", "a b", "--product", "ias"], "site-id-form"],
    ["an unknown product", ["--site", "a", "--product", "iass"], "unknown-product"],
    [
      "a product that the system cannot have",
      ["--site", "a", "--product", "isa-2004"],
      "product-not-on-system",
    ],
    ["a system without PowerShell", ["--site", "a", "--product", "sbs-2000"], "site-without-powershell"],
    ["ports that are none", ["--site", "a", "--port", "80"], "port-below-pool"],
    ["a file of another kind", [...berlin, "-o", "sites.txt"], "sites-form-unwritten"],
    ["standard output", [...berlin, "-o", "-"], "sites-form-unwritten"],
  ])("%s", async (_, options, wanted) => {
    const { code, stdout, folder } = await init([...options, "--json"]);
    expect(JSON.parse(stdout).error.code).toBe(wanted);
    expect([code, filesIn(folder)]).toEqual([2, []]);
  });
});

describe("a list that is there", () => {
  test.each([
    ["with semicolons and CRLF", "products;SITE;os\r\nias;a;\r\n", "ias ipsec;berlin-dc1;\r\n"],
    ["with tabs", "site\tproducts\na\tias\n", "berlin-dc1\tias ipsec\n"],
    ["without an end of its last line", "site,products\na,ias", "\nberlin-dc1,ias ipsec\n"],
    ["with a byte order mark", "\ufeffsite,products\na,ias\n", "berlin-dc1,ias ipsec\n"],
    ["with a column without a name", "site,,products\na,,ias\n", "berlin-dc1,,ias ipsec\n"],
    ["with columns that are not asked for", "locale,site,products\nnl,a,ias\n", ",berlin-dc1,ias ipsec\n"],
    ["with a bad row, which stays", "site,products\nx y,,,\n", "berlin-dc1,ias ipsec\n"],
    ["with a quote that never closes", 'site,products\n"a,ias\n', "berlin-dc1,ias ipsec\n"],
    ["without a site", "site,products\n", "berlin-dc1,ias ipsec\n"],
    ["of empty lines alone", "\n\n", "site,products,ports,os,reboot\nberlin-dc1,ias ipsec,,,\n"],
  ])("%s gets the new site in its own manner", async (_, before, row) => {
    const { code, read } = await init(berlin, { "sites.csv": before });
    expect([code, read()]).toEqual([0, before + row]);
  });

  test("of JSON Lines or YAML does too", async () => {
    const line = '{ "site" : "a", "products": ["ias"] }\r\n';
    const lines = await init([...berlin, "-o", "s.jsonl"], { "s.jsonl": line });
    expect(lines.read("s.jsonl")).toBe(`${line}{"site":"berlin-dc1","products":["ias","ipsec"]}\r\n`);
    const list = "# ours\n- {site: a, products: [ias]}\n";
    const yaml = await init([...berlin, "-o", "s.yaml"], { "s.yaml": list });
    expect(yaml.read("s.yaml")).toBe(`${list}- site: berlin-dc1\n  products:\n    - ias\n    - ipsec\n`);
  });

  test.each([
    ["has the id", "sites.csv", "site,products\nBERLIN-DC1,ias\n", "site-id-taken"],
    ["has no column for it", "sites.csv", "site,ports\na,5000\n", "sites-column-missing"],
    ["has an unknown column", "sites.csv", "site,products,owner\na,ias,me\n", "unknown-key"],
    ["is YAML in brackets", "sites.yaml", "[{site: a, products: [ias]}]\n", "sites-not-extended"],
    ["is YAML with a margin", "sites.yaml", "  - {site: a, products: [ias]}\n", "sites-not-extended"],
    ["is YAML that was ended", "sites.yaml", "- {site: a, products: [ias]}\n...\n", "sites-not-extended"],
    ["is UTF-16", "sites.csv", "\ufeffsite", "wide-text"],
    ["is empty", "sites.csv", "", "file-empty"],
  ])("is refused, and stays, where it %s", async (_, name, before, wanted) => {
    const content = wanted === "wide-text" ? Buffer.from(before, "utf16le") : Buffer.from(before);
    const folder = emptyFolder();
    writeFileSync(join(folder, name), content);
    const { code, stdout } = await portkeep(["init", ...berlin, "-o", name, "--json"], folder);
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, wanted]);
    expect(readFileSync(join(folder, name))).toEqual(content);
  });
});
