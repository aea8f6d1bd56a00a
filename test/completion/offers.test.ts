import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";
import { makePlace } from "./place.ts";
import { installShells, shells } from "./shells.ts";
import { openTerminal } from "./terminal.ts";

await installShells();
const place = makePlace();
const options = { cwd: place.folder, env: place.env };

/** Gives what fish offers for a line: words, with a tab and a description. */
async function fishOffers(line: string, locale = "en"): Promise<string[]> {
  const code = `portkeep completion fish --locale ${locale} | source; complete -C $argv[1]`;
  return (await execa("fish", ["--no-config", "--command", code, line], options)).stdout.split("\n");
}

/** Gives the line with all that bash offers put into it. */
async function bashOffers(line: string): Promise<string> {
  const terminal = await openTerminal(shells.bash, place);
  onTestFinished(async () => {
    await terminal.close();
  });
  return terminal.type(`${line}\u001b*`);
}

/** Gives what zsh lists below a line. */
async function zshLists(line: string, locale = "en"): Promise<string> {
  const terminal = await openTerminal(
    shells.zsh,
    place,
    `eval "$(portkeep completion zsh --locale ${locale})"`,
  );
  await terminal.type(`${line}\t`);
  return terminal.close();
}

describe("bash offers", () => {
  test.each([
    ["portkeep completion ", "bash fish powershell zsh "],
    ["portkeep render --backend=", "auto dns-exclusions os-exclusions reserved-ports "],
    ["portkeep sign ", "\\$\\(touch\\ ran\\).ps1 -hyphen.ps1 a.ps1 b\\ c.ps1 my\\ dir "],
    ["portkeep build -o ", "my\\ dir "],
    ["portkeep render -o a", "a.ps1 a.txt "],
  ])("for %j", async (line, wanted) => {
    expect(await bashOffers(line)).toBe(line.replace(/\w*$/, "") + wanted);
  });
});

describe("zsh lists", () => {
  test("what each word means", async () => {
    const list = await zshLists("portkeep re");
    expect(list).toMatch(/^read +-- show the choices in a rendered script/m);
    expect(list).toMatch(/^render +-- render one script/m);
  });

  test("it in Dutch", async () => {
    expect(await zshLists("portkeep re", "nl")).toMatch(/^render +-- maak een script/m);
  });

  test("files of the wanted type, and folders", async () => {
    const list = await zshLists("portkeep sign ");
    expect(list).toMatch(/a\.ps1 .*my\\ dir\//);
    expect(list).not.toContain("a.txt");
  });
});

describe("fish offers", () => {
  test("words with what they mean", async () => {
    expect(await fishOffers("portkeep re")).toEqual([
      "render\trender one script",
      "read\tshow the choices in a rendered script",
    ]);
  });

  test("them in Dutch", async () => {
    expect(await fishOffers("portkeep ren", "nl")).toEqual(["render\tmaak een script"]);
  });

  test("the shells, in the order of the help", async () => {
    expect(await fishOffers("portkeep completion ")).toEqual(["bash", "zsh", "fish", "powershell"]);
  });

  test("files of the wanted type before all others", async () => {
    const found = await fishOffers("portkeep sign ");
    const scripts = ["$(touch ran).ps1", "-hyphen.ps1", "a.ps1", "b c.ps1"];
    expect(found.slice(0, 4).toSorted()).toEqual(scripts);
    expect(found.slice(4).toSorted()).toEqual(["a.txt", "my dir/", "notes.txt", 'we"ird.txt']);
  });
});
