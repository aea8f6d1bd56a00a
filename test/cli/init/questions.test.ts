import { describe, expect, test } from "vitest";
import { goodTable } from "../bad-tables.ts";
import { filesIn, portkeep } from "../console.ts";
import { init } from "./run.ts";

describe("questions", () => {
  test("are few, and lead to a list that build takes", async () => {
    const answers = ["berlin-dc1", "ias 7", "", "", "", "paris-sbs", "sbs-2003-standard"];
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
    const answers = ["utrecht-dc1", "ias", "", "", "ja", ""];
    const { code, stderr, questions, read } = await init(["--locale", "nl"], {}, answers);
    expect([code, read()]).toEqual([0, "site,products,ports,os,reboot\r\nutrecht-dc1,ias,,,IfNeeded\r\n"]);
    expect(stderr).toMatchSnapshot();
    expect(questions).toMatchSnapshot();
  });

  test("offer what an own table adds", async () => {
    const files = { "own.yaml": goodTable };
    const { code, stderr, read } = await init(["--table", "own.yaml"], files, ["a", "game", "", "", "", ""]);
    expect(stderr).toMatch(/\n *\d+ +game +\S/);
    expect([code, read()]).toEqual([0, expect.stringContaining("\na,game,,,")]);
  });

  test("have an end at an empty id, also after an id that was refused", async () => {
    const { code, read } = await init([], {}, ["a", "ias", "", "", "", "A", ""]);
    expect([code, read()]).toEqual([0, "site,products,ports,os,reboot\r\na,ias,,,\r\n"]);
  });

  test("want at least one site", async () => {
    const { stderr, questions } = await init([], {}, ["", "a", "ias", "", "", "", ""]);
    expect(stderr).toContain('"" cannot be the id');
    expect(questions[1]).toBe(questions[0]);
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
      ["a", "ias", "", "", "", "A"],
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

test.each([
  ["a product", "iass", [], "PRODUCT"],
  ["a system", "2022", ["ias", ""], "SYSTEM"],
])(
  "%s that is not known is told with those that were shown, and no other",
  async (_, wrong, before, head) => {
    const { stderr } = await init([], {}, ["a", ...before, wrong]);
    const [, list = ""] = stderr.split(`${head} `);
    const shown = [...(list.split("\n\n")[0] ?? "").matchAll(/^ *\d+ +(\S+)/gm)].map(([, id]) => id);
    expect(shown.length).toBeGreaterThan(5);
    expect(stderr).toContain(`Choose from ${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}.\n`);
  },
);

test.each([0, 1, 2, 3, 4, 5])("where the answers end after %i of them, nothing is written", async (count) => {
  const answers = ["a", "ias", "", "", ""].slice(0, count);
  for (const locale of ["en", "nl"]) {
    const { code, stdout, stderr, folder, isOpen } = await init(["--locale", locale], {}, answers);
    expect([code, stdout, isOpen, filesIn(folder)]).toEqual([2, "", false, []]);
    if (count === 0) expect(stderr).toMatchSnapshot();
  }
});
