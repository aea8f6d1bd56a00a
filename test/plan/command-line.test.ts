import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commandLine } from "../../src/plan/command-line.ts";

describe("a word of a command line", () => {
  test.each([
    ["in need of no quotes", "out/a-b_1.ps1", "out/a-b_1.ps1"],
    ["with a blank", "my script.ps1", '"my script.ps1"'],
    ["with an apostrophe", "it's.ps1", `"it's.ps1"`],
    ["with a backslash", "a\\b.ps1", '"a\\b.ps1"'],
    ["with letters of other languages", "Büro.ps1", '"Büro.ps1"'],
    ["of nothing", "", '""'],
    ["with quotes", '5000-5000="Agent 7"', `'5000-5000="Agent 7"'`],
    ["with what a shell would replace by a variable", "$HOME.ps1", "'$HOME.ps1'"],
    ["with what a shell would run", "`id`.ps1", "'`id`.ps1'"],
  ])("%s: %s", (_, word, wanted) => {
    expect(commandLine(["x", word])).toBe(`portkeep x ${wanted}`);
  });

  test
    .skipIf(process.platform === "win32")
    .each([
      ["my script.ps1"],
      ["it's.ps1"],
      ['5000-5000="Agent 7"'],
      ["$HOME `id` $(id).ps1"],
      ["a&b;c|d<e>(f)*?~#.ps1"],
    ])("is what a shell makes of it: %s", (word) => {
    const line = `portkeep() { printf %s "$1"; }; ${commandLine([word])}`;
    expect(spawnSync("sh", ["-c", line], { encoding: "utf8" }).stdout).toBe(word);
  });
});
