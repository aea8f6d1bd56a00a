import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePlace } from "./place.ts";
import { type Completed, completeInPowerShell, installPowerShell } from "./powershell.ts";

await installPowerShell();
const place = makePlace();

/** Each line, and the line after TAB where one word fits, or what it offers. */
const cases: [what: string, line: string, wanted: string | string[]][] = [
  ["a command", "portkeep ren", "portkeep render"],
  ["a command after another one", "1; portkeep ren", "1; portkeep render"],
  ["a command of a called program", "& portkeep ren", "& portkeep render"],
  ["a command of portkeep.cmd", "portkeep.cmd ren", "portkeep.cmd render"],
  ["an option", "portkeep render --bac", "portkeep render --backend"],
  ["a short option", "portkeep sign -o", "portkeep sign -o"],
  ["a value", "portkeep render --backend dn", "portkeep render --backend dns-exclusions"],
  ["a value after =", "portkeep render --backend=dn", "portkeep render --backend=dns-exclusions"],
  ["a list", "portkeep render --product ias,ip", "portkeep render --product ias,ipsec"],
  ["a list with a blank", "portkeep render --product ias, ip", "portkeep render --product ias, ipsec"],
  ["a list after =", "portkeep render --product=ias,ip", "portkeep render --product=ias,ipsec"],
  ["a list in quotes", 'portkeep render --product "ias,ip', 'portkeep render --product "ias,ipsec"'],
  ["a list in closed quotes", "portkeep render --product 'ias,ip'", "portkeep render --product 'ias,ipsec'"],
  ["the names of shells", "portkeep completion ", ["bash", "zsh", "fish", "powershell"]],
  ["the end of a list", "portkeep package a.ps1 --for raw,gpo", ["gpo", "gpo-trust"]],
  ["a file", "portkeep sign no", "portkeep sign ./notes.txt"],
  ["a file with a blank", "portkeep sign b", "portkeep sign './b c.ps1'"],
  ["a file in quotes", 'portkeep sign "b', 'portkeep sign "./b c.ps1"'],
  ["a file after =", "portkeep render --output=b", "portkeep render --output='./b c.ps1'"],
  ["a file of a name that begins with a hyphen", "portkeep sign ./-h", "portkeep sign './-hyphen.ps1'"],
  ["a file after --", "portkeep sign -- no", "portkeep sign -- ./notes.txt"],
  ["folders alone", "portkeep build -o ", ["'./my dir'"]],
  ["a folder", "portkeep package a.ps1 -o my", "portkeep package a.ps1 -o './my dir'"],
];
/** Lines of which more is to be known than what is put into them. */
const others = [
  "portkeep render --product ias,",
  "portkeep render -",
  "portkeep sign ",
  'portkeep sign "$(touch ran)/',
];
const lines = [...cases.map(([, line]) => line), ...others];
const { completed, stderr } = await completeInPowerShell(lines, place);

/** Gives what TAB did at the end of a line. */
function tab(line: string): Completed {
  const found = completed[lines.indexOf(line)];
  if (!found) throw new Error(`Nobody typed ${line}`);
  return found;
}

describe("PowerShell completes", () => {
  test.each(cases)("%s", (_, line, wanted) => {
    const { offers, replaced } = tab(line);
    const texts = offers.map(({ text }) => text);
    const typed = line.slice(0, line.length - replaced);
    expect(typeof wanted === "string" ? texts.map((text) => typed + text) : texts).toEqual([wanted].flat());
  });

  test("a list that ends in a comma, without what is in it", () => {
    const texts = tab("portkeep render --product ias,").offers.map(({ text }) => text);
    expect(texts).toContain("l2tp");
    expect(texts).not.toContain("ias");
  });

  test("with the descriptions of the help", () => {
    expect(tab("portkeep ren").offers).toEqual([
      { text: "render", listed: "render", described: "render one script" },
    ]);
    expect(tab("portkeep render -").offers).toContainEqual({
      text: "--dry-run",
      listed: "--dry-run",
      described: "show each range and who needs it; write nothing",
    });
  });

  test("files of the wanted type before all others", () => {
    const listed = tab("portkeep sign ").offers.map((offer) => offer.listed);
    expect(listed.slice(0, 4).toSorted()).toEqual(["$(touch ran).ps1", "-hyphen.ps1", "a.ps1", "b c.ps1"]);
    expect(listed.slice(4).toSorted()).toEqual(["a.txt", "my dir", "notes.txt", 'we"ird.txt']);
  });

  test("without running what is typed, a word on standard error, or another exit code", () => {
    expect(existsSync(join(place.folder, "ran"))).toBe(false);
    expect(stderr).toBe("");
    expect(completed.map(({ exitCode }) => exitCode)).toEqual(completed.map(() => 7));
  });
});

test("it completes where PowerShell finds portkeep.ps1 first, as npm makes it on Windows", async () => {
  const npm = makePlace();
  writeFileSync(join(npm.home, "portkeep.ps1"), "throw 'A policy may forbid it'");
  const first =
    "$env:PATH = $HOME + ':' + $env:PATH; if ((Get-Command portkeep).Name -ne 'portkeep.ps1') { throw }";
  const line = "portkeep render --backend=dn";
  const outcome = await completeInPowerShell([line], npm, first);
  expect(outcome.completed[0]?.offers[0]?.text).toBe("--backend=dns-exclusions");
});

test("it completes where variables have to be there, before any program was run", async () => {
  const before = "Remove-Variable LASTEXITCODE -Scope Global; Set-StrictMode -Version Latest";
  const { completed } = await completeInPowerShell(["portkeep ren"], place, before);
  expect(completed).toMatchObject([{ offers: [{ text: "render" }], exitCode: null }]);
});

test.each([
  ["fails with a long tale", 'Set-Content $program "#!/bin/sh`necho tale; echo tale >&2; exit 70"'],
  ["fails without a word", 'Set-Content $program "#!/bin/sh`nexit 1"'],
  ["is gone", "Remove-Item $program"],
])("it disturbs nobody where portkeep %s", async (_, damage) => {
  const before = "$program = (Get-Command portkeep).Source;";
  const outcome = await completeInPowerShell(["portkeep ren"], makePlace(), `${before} ${damage}`);
  expect(outcome).toEqual({ completed: [{ replaced: 3, offers: [], exitCode: 7 }], stderr: "" });
});
