import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePlace } from "./place.ts";
import { installShells, shellNames, shells } from "./shells.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

await installShells();
const place = makePlace();

describe.each(shellNames)("%s completes", (name) => {
  const shell = shells[name];
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(shell, place);
  });
  afterAll(() => terminal.close());

  test.each([
    ["a command", "portkeep ren", "portkeep render "],
    ["a command after another one", "true; portkeep ren", "true; portkeep render "],
    ["an option", "portkeep render --bac", "portkeep render --backend "],
    ["a value", "portkeep render --backend dn", "portkeep render --backend dns-exclusions "],
    ["a value after =", "portkeep render --backend=dn", "portkeep render --backend=dns-exclusions "],
    ["a list", "portkeep render --product ias,ip", "portkeep render --product ias,ipsec "],
    ["a list after =", "portkeep render --product=ias,ip", "portkeep render --product=ias,ipsec "],
    ["a list in quotes", 'portkeep render --product "ias, ip', 'portkeep render --product "ias, ipsec" '],
    [
      "a list with an escaped blank",
      "portkeep render --product ias,\\ ip",
      "portkeep render --product ias,\\ ipsec ",
    ],
    [
      "a list with an escaped blank after =",
      "portkeep render --product=ias,\\ ip",
      "portkeep render --product=ias,\\ ipsec ",
    ],
    [
      "after quotes",
      "portkeep 'render' \"--os\" sbs-2003-s",
      "portkeep 'render' \"--os\" sbs-2003-standard ",
    ],
    ["the name of a shell", "portkeep completion po", "portkeep completion powershell "],
    ["a file", "portkeep sign a.p", "portkeep sign a.ps1 "],
    ["a file of another type", "portkeep sign no", "portkeep sign notes.txt "],
    ["a file with a blank", "portkeep sign b", "portkeep sign b\\ c.ps1 "],
    ["a file in quotes", 'portkeep sign "b', 'portkeep sign "b c.ps1" '],
    ["a file with a quote", "portkeep sign we", 'portkeep sign we\\"ird.txt '],
    ["a file with a $", "portkeep sign \\$", "portkeep sign \\$\\(touch\\ ran\\).ps1 "],
    ["a file that begins with a hyphen", "portkeep sign -- -h", "portkeep sign -- -hyphen.ps1 "],
    ["a file in a folder", "portkeep sign my\\ dir/", "portkeep sign my\\ dir/inner.ps1 "],
    ["a file at home", "portkeep sign ~/at", "portkeep sign ~/at-home.ps1 "],
    ["a file in a variable's folder", "portkeep sign $HOME/at", "portkeep sign $HOME/at-home.ps1 "],
    ["a file after -o", "portkeep render -o no", "portkeep render -o notes.txt "],
    ["a file after =", "portkeep render --output=no", "portkeep render --output=notes.txt "],
    ["a file after a redirection", "portkeep render -o - > no", "portkeep render -o - > notes.txt "],
    ["a folder", "portkeep build -o m", "portkeep build -o my\\ dir/"],
    ["no file where a folder is wanted", "portkeep build -o no", "portkeep build -o no"],
    ["no file where none is wanted", "portkeep render --timestamp no", "portkeep render --timestamp no"],
    ["nothing after an unknown command", "portkeep nonsense no", "portkeep nonsense no"],
  ])("%s", async (_, typed, wanted) => {
    expect(await terminal.type(`${typed}\t`)).toBe(wanted);
  });

  test("nothing by running what is typed", async () => {
    const { substitution } = shell;
    for (const word of [substitution, `${substitution}/`, `"${substitution}/`, `\${x:-${substitution}}/`]) {
      for (const line of [
        `portkeep render --product ${word}`,
        `portkeep sign ${word}`,
        `portkeep ${word} `,
      ]) {
        expect(await terminal.type(`${line}\t`)).toBe(line);
      }
    }
    expect(existsSync(join(place.folder, "ran"))).toBe(false);
  });
});
