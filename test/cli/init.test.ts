import { appendFileSync, chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answering } from "./answers.ts";
import { emptyFolder, filesIn, portkeep } from "./console.ts";

/** Runs init with options in a folder with these files. */
async function init(options: readonly string[], files: Record<string, string> = {}, answers?: string[]) {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const somebody = answers && answering(...answers);
  const outcome = await portkeep(["init", ...options], folder, "", { converse: somebody?.converse });
  const read = (name = "sites.csv") => readFileSync(join(folder, name), "utf8");
  return { ...outcome, folder, read, questions: somebody?.questions ?? [], isOpen: somebody?.isOpen() };
}

const berlin = ["--site", "berlin-dc1", "--product", "ias,ipsec"];

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

  test.skipIf(process.platform === "win32")("keeps who may read it", async () => {
    const folder = emptyFolder();
    const file = join(folder, "sites.csv");
    writeFileSync(file, "site,products\na,ias\n");
    chmodSync(file, 0o600);
    await portkeep(["init", ...berlin], folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe("questions", () => {
  test("are few, and lead to a list that build takes", async () => {
    const answers = ["berlin-dc1", "ias 7", "", "", "", "y", "paris-sbs", "sbs-2003-standard"];
    const more = ["5000-5010=Backup agent, 6000", "yes", ""];
    const { code, stdout, stderr, questions, read, folder, isOpen } = await init([], {}, [
      ...answers,
      ...more,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "sites.csv\n" });
    expect(read().split("\r\n")).toEqual([
      "site,products,ports,os,reboot",
      "berlin-dc1,ias ipsec,,,",
      "paris-sbs,sbs-2003-standard,5000-5010=Backup agent 6000,,IfNeeded",
      "",
    ]);
    expect(stderr).toMatchSnapshot();
    expect(questions).toMatchSnapshot();
    expect(isOpen).toBe(false);
    expect(await portkeep(["build", "sites.csv"], folder)).toMatchObject({ code: 0 });
  });

  test("are in Dutch too, and so are the answers", async () => {
    const answers = ["utrecht-dc1", "ias", "", "", "ja", "nee"];
    const { code, stderr, questions, read } = await init(["--locale", "nl"], {}, answers);
    expect([code, read()]).toEqual([0, "site,products,ports,os,reboot\r\nutrecht-dc1,ias,,,IfNeeded\r\n"]);
    expect(stderr).toMatchSnapshot();
    expect(questions).toMatchSnapshot();
  });

  test("are not put for what options say", async () => {
    const { code, questions, read } = await init(["--site", "a", "--os", "windows-server-2022"], {}, [
      "nps",
      "",
      "n",
    ]);
    expect([code, questions.length, read("sites.csv")]).toEqual([
      0,
      3,
      expect.stringContaining("a,nps,,windows-server-2022,"),
    ]);
  });

  test("are not put for what the list has no column for", async () => {
    const files = { "sites.csv": "site,ports\na,5000\n" };
    const { questions, read } = await init([], files, ["", "b", "6000", ""]);
    expect(questions.length).toBe(4);
    expect(read()).toBe("site,ports\na,5000\nb,6000\n");
  });

  test("are put to nobody where there is no site to be had", async () => {
    const { code, questions } = await init([], { "sites.csv": "site,os\n" }, ["more.csv"]);
    expect([code, questions]).toEqual([
      2,
      ["Another file, .csv, .jsonl or .yaml:", "Id of the site, such as berlin-dc1:"],
    ]);
  });
});

describe("an answer that is not good is told, and the question put again", () => {
  test.each<[string, string[], string[], RegExp]>([
    ["an id that is none", ["a b"], ["a", "ias", "", "", "", ""], /"a b" cannot be the id/],
    ["an id that is taken in the list", ["OLD"], ["a", "ias", "", "", "", ""], /has a site "OLD" already/],
    [
      "an id that was given just now",
      ["a", "ias", "", "", "", "y", "A"],
      ["b", "nps", "", "", "", ""],
      /has a site "A" already/,
    ],
    ["a misspelt product", ["a", "iass"], ["ias", "", "", "", ""], /Did you mean ias\?/],
    ["a number that is none", ["a", "99"], ["ias", "", "", "", ""], /"99" is neither a product nor/],
    [
      "bundles for two systems",
      ["a", "all sbs-2003-standard"],
      ["ias", "", "", "", ""],
      /one script is for one system/,
    ],
    [
      "a bundle without PowerShell",
      ["a", "sbs-2000"],
      ["ias", "", "", "", ""],
      /a VBScript for it with portkeep render/,
    ],
    ["a port that is none", ["a", "ias", "http"], ["", "", "", ""], /"http" is not a port range/],
    ["too many ports", ["a", "ias", "10000-20000"], ["", "", "", ""], /10,001 own ports/],
    [
      "a misspelt system",
      ["a", "ias", "", "windows-server-202"],
      ["", "", ""],
      /Did you mean windows-server-20/,
    ],
    ["two systems", ["a", "ias", "", "1 2"], ["", "", ""], /"1 2" is not a system/],
    [
      "a system without PowerShell",
      ["a", "ias", "", "windows-2000-server"],
      ["", "", ""],
      /Windows 2000 Server has no PowerShell/,
    ],
    ["neither yes nor no", ["a", "ias", "", "", "perhaps"], ["", ""], /"perhaps" is not possible here/],
  ])("%s", async (_, bad, good, told) => {
    const files = { "sites.csv": "site,products,ports,os,reboot\nold,ias,,,\n" };
    const { code, stderr, read, questions } = await init([], files, ["y", ...bad, ...good]);
    expect(stderr).toMatch(told);
    expect(questions.at(bad.length)).toBe(questions.at(bad.length + 1));
    expect([code, read()]).toEqual([0, expect.stringMatching(/\n[ab],(ias|nps),,,\r?\n$/)]);
  });

  test.each<[string, string[], RegExp, string]>([
    [
      "a product that needs a system",
      ["isa-2004", "", "", "isa-2004", "", "sbs-2003-premium"],
      /only .* can have/,
      "a,isa-2004,,sbs-2003-premium,",
    ],
    [
      "a product that is not in the bundle's system",
      ["isa-2004 sbs-2003-standard", "", "sbs-2003-standard", ""],
      /only .* can have/,
      "a,sbs-2003-standard,,,",
    ],
    [
      "a system that has no way",
      ["ias", "", "windows-server-2008", "ias", "", ""],
      /no way is known/,
      "a,ias,,,",
    ],
    ["nothing to reserve", ["", "", "ias", "", ""], /neither a product nor a port/, "a,ias,,,"],
  ])("%s, from what it runs on", async (_, answers, told, row) => {
    const { code, stderr, read } = await init([], {}, ["a", ...answers, "", ""]);
    expect(stderr).toMatch(told);
    expect([code, read()]).toEqual([0, `site,products,ports,os,reboot\r\n${row}\r\n`]);
  });

  test("and where options alone are to blame, it ends", async () => {
    const { code, questions } = await init(
      ["--product", "isa-2004", "--port", "5000", "--os", "sbs-2000"],
      {},
      ["a", "b"],
    );
    expect([code, questions.length]).toEqual([2, 1]);
  });
});

describe("a file that is there", () => {
  const files = { "sites.csv": "site,products\nold,ias\n" };

  test("gets the new sites where that is wanted", async () => {
    const { questions, read } = await init([], files, ["", "a", "ias", ""]);
    expect(questions[0]).toBe("sites.csv is there already, with 1 site. Add the new ones to it? [Y/n]");
    expect(read()).toBe("site,products\nold,ias\na,ias\n");
  });

  test("stays where it is not, and another one is asked for", async () => {
    const { stdout, read } = await init([], files, ["n", "more.jsonl", "a", "ias", "", "", "", ""]);
    expect([stdout, read(), read("more.jsonl")]).toEqual([
      "more.jsonl\n",
      files["sites.csv"],
      '{"site":"a","products":["ias"]}\n',
    ]);
  });

  test.each([
    ["has other columns", "site,owner\n", /sites\.csv:1:6: .*"owner"/],
    ["has no column for an option", "site,products\n", /no column reboot/],
  ])("stays where it %s, and another one is asked for", async (_, content, told) => {
    const answers = ["more.csv", "a", "ias", "", "", ""];
    const { stderr, read } = await init(["--reboot", "IfNeeded"], { "sites.csv": content }, answers);
    expect(stderr).toMatch(told);
    expect([read(), read("more.csv")]).toEqual([
      content,
      "site,products,ports,os,reboot\r\na,ias,,,IfNeeded\r\n",
    ]);
  });

  /** Answers, before the last of which something happens to the folder. */
  function answersWith(folder: string, answers: string[], happen: (file: string) => void) {
    const { converse } = answering(...answers);
    return async () => {
      const conversation = await converse();
      return {
        ...conversation,
        ask(question: string) {
          if (question.startsWith("Another site?")) happen(join(folder, "sites.csv"));
          return conversation.ask(question);
        },
      };
    };
  }

  test("that cannot be written loses no answer: another one is asked for", async () => {
    const folder = emptyFolder();
    const converse = answersWith(folder, ["a", "ias", "", "", "", "", "more.csv"], (file) => mkdirSync(file));
    const { code, stdout, stderr } = await portkeep(["init"], folder, "", { converse });
    expect([code, stdout, filesIn(folder)]).toEqual([0, "more.csv\n", ["more.csv"]]);
    expect(stderr).toMatch(/\nerror: sites\.csv: .*folder/);
  });

  test("that was changed meanwhile keeps the change", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "sites.csv"), files["sites.csv"]);
    const change = (file: string) => appendFileSync(file, "new,nps\n");
    const converse = answersWith(folder, ["", "a", "ias", ""], change);
    await portkeep(["init"], folder, "", { converse });
    const wanted = `${files["sites.csv"]}new,nps\na,ias\n`;
    expect(readFileSync(join(folder, "sites.csv"), "utf8")).toBe(wanted);
  });
});

test.each([0, 1, 2, 3, 4, 5])("where the answers end after %i of them, nothing is written", async (count) => {
  const answers = ["a", "ias", "", "", ""].slice(0, count);
  for (const locale of ["en", "nl"]) {
    const { code, stdout, stderr, folder, isOpen } = await init(["--locale", locale], {}, answers);
    expect([code, stdout, isOpen, filesIn(folder)]).toEqual([2, "", false, []]);
    if (count === 0) expect(stderr).toMatchSnapshot();
  }
});
