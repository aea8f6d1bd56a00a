import { describe, expect, test } from "vitest";
import { targets } from "../../../src/delivery/targets.ts";
import { backendChoices } from "../../../src/plan/choice.ts";
import { builtInTable } from "../../../src/table/table.ts";
import { ask, namesInHelp, told, wordsFor } from "./ask.ts";

const productIds = [...builtInTable.products, ...builtInTable.bundles].map(({ id }) => id);

test("commands, those of the help and no other", async () => {
  const commands = await namesInHelp([], "Commands");
  expect(commands.length).toBeGreaterThan(8);
  expect(await wordsFor("")).toEqual(commands);
  expect(await wordsFor("pr")).toEqual(["products"]);
  expect(await wordsFor("--locale", "nl", "pr")).toEqual(["products"]);
  expect(await wordsFor("help", "pr")).toEqual(["products"]);
});

test("the options of each command, long and short, and the global ones", async () => {
  for (const command of await namesInHelp([], "Commands")) {
    const own = await namesInHelp([command], "Options");
    const all = [...own, ...(await namesInHelp([command], "Global Options"))];
    expect((await wordsFor(command, "-")).toSorted()).toEqual(all.toSorted());
  }
});

describe("what completes a word", () => {
  test.each<[string[], string[]]>([
    [["render", "--ba"], ["--backend"]],
    [["render", "--backend", ""], [...backendChoices]],
    [["render", "--backend", "d"], ["dns-exclusions"]],
    [["render", "--backend=d"], ["--backend=dns-exclusions"]],
    [["render", "--action", "t"], ["Test"]],
    [
      ["render", "--locale", ""],
      ["en", "nl"],
    ],
    [["--locale=n"], ["--locale=nl"]],
    [
      ["sign", "--hash", ""],
      ["sha256", "sha384", "sha1"],
    ],
    [["render", "--os", "windows-server-2025"], ["windows-server-2025"]],
    [["render", "--product", ""], productIds],
    [["render", "--product=ip"], ["--product=ipsec"]],
    [["package", "--for", ""], Object.keys(targets)],
    [
      ["build", "--sites-format", "j"],
      ["jsonl", "json"],
    ],
    [
      ["completion", ""],
      ["bash", "zsh", "fish", "powershell"],
    ],
    [["completion", "--", "f"], ["fish"]],
    [
      ["explain", "1812", ""],
      ["--max-user-port", "--table", "--json", "--help", "-h", "--version", "--locale"],
    ],
  ])("%j", async (words, wanted) => {
    expect(await wordsFor(...words)).toEqual(wanted);
  });

  test.each<[string[]]>([
    [["render", "--timestamp", ""]],
    [["render", "--port", ""]],
    [["explain", ""]],
    [["explain", "1812", "x"]],
    [["products", "--", "-"]],
    [["nonsense", ""]],
    [["nonsense"]],
    [["render", "--os", "beos"]],
    [["render", "-ofile"]],
    [["render", "--nonsense=x"]],
  ])("nothing: %j", async (words) => {
    expect(await wordsFor(...words)).toEqual([]);
  });
});

describe("a list", () => {
  const without = (...ids: string[]) => productIds.filter((id) => !ids.includes(id));

  test.each<[string[], string[]]>([
    [["--product", "ias,ip"], ["ias,ipsec"]],
    [["--product", "ias,"], without("ias").map((id) => `ias,${id}`)],
    [["--product=ias,ipsec,l"], ["--product=ias,ipsec,l2tp"]],
    [["--product", "ias, ip"], ["ias, ipsec"]],
    [["--product", "ias,l2tp", "--product", ""], without("ias", "l2tp")],
    [["--product=ias", "--product", "ipsec,"], without("ias", "ipsec").map((id) => `ipsec,${id}`)],
  ])("leaves out what is in it: %j", async (words, wanted) => {
    expect(await wordsFor("render", ...words)).toEqual(wanted);
  });
});

describe("an option that is there", () => {
  test.each<[string[], string]>([
    [["--os", "windows-server-2003"], "--os"],
    [["--os=windows-server-2003"], "--os"],
    [["--dry-run"], "--dry-run"],
    [["-o", "x"], "--output"],
    [["-ox"], "-o"],
    [["--output=x"], "-o"],
    [["--locale", "nl"], "--locale"],
  ])("is not offered again: %j", async (words, option) => {
    expect(await wordsFor("render", "-")).toContain(option);
    expect(await wordsFor("render", ...words, "-")).not.toContain(option);
  });

  test.each([["--product"], ["--port"], ["--timestamp"]])(
    "%s is, since it may be repeated",
    async (option) => {
      expect(await wordsFor("render", option, "x", "-")).toContain(option);
    },
  );

  test("is none where it is the value of another", async () => {
    expect(await wordsFor("render", "--port", "--os", "-")).toContain("--os");
  });
});

describe("files and folders", () => {
  test.each<[string[], string, string[]]>([
    [["sign", ""], "files", ["ps1", "vbs"]],
    [["sign", "--json", "a"], "files", ["ps1", "vbs"]],
    [["verify", "a.ps1", "--root", ""], "files", ["cer", "crt", "pem"]],
    [["build", ""], "files", ["csv", "jsonl", "yaml", "yml", "json"]],
    [["render", "--table", "a"], "files", ["yaml", "yml", "json"]],
    [["render", "--table=a"], "files", ["yaml", "yml", "json"]],
    [["render", "-o", ""], "files", []],
    [["render", "--output", "a"], "files", []],
    [["sign", "--sign-pfx", ""], "files", ["pfx", "p12"]],
    [["sign", "--sign-password-file", ""], "files", []],
    [["build", "-o", ""], "folders", []],
    [["package", "--output=a"], "folders", []],
    [["sign", "--", "-a"], "files", ["ps1", "vbs"]],
    [["sign", "-", "--sign-key", ""], "files", ["pem", "key"]],
  ])("%j: %s %j", async (words, kind, lines) => {
    expect(await ask(...words)).toEqual({ kind, lines });
  });
});

test("descriptions are those of the help, in its language", async () => {
  expect((await ask("ren")).lines).toEqual(["render\trender one script"]);
  expect((await ask("hel")).lines).toEqual(["help\tshow the help of a command"]);
  const dutch = await told(["completion", "zsh", "--locale", "nl", "--answer"], "portkeep\nren\n");
  expect(dutch.lines).toEqual(["render\tmaak een script"]);
  expect((await ask("render", "--product", "ipsec")).lines).toEqual(["ipsec\tIPSec NAT traversal"]);
});

test.each([
  ["bash", "portkeep render --product='ias,ip"],
  ["zsh", "portkeep\nrender\n--product=ias,ip\n"],
  ["powershell", "\ufeffportkeep\r\nrender\r\n--product=ias,ip\r\n"],
])("%s asks in its own form", async (shell, asked) => {
  const { lines } = await told(["completion", shell, "--answer"], asked);
  expect(lines).toEqual(["--product=ias,ipsec\tIPSec NAT traversal"]);
});

test.each([["bash"], ["zsh"], ["fish"], ["powershell"]])("%s may ask for nothing at all", async (shell) => {
  expect(await told(["completion", shell, "--answer"], "\n")).toMatchObject({ kind: "words" });
});
