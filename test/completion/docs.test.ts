import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";
import { page, portkeep } from "../cli/console.ts";
import { makePlace } from "./place.ts";
import { installShells, shellNames, shells } from "./shells.ts";
import { openTerminal } from "./terminal.ts";

await installShells();

const blocks = [...page("completion.md").matchAll(/^\*\*(\w+)\*\*.*\n\n```\w+\n(.*)\n(.*)\n```/gm)];
const commands = new Map(blocks.map(([, shell = "", now = "", later = ""]) => [shell, { now, later }]));

/** Where what is for every new shell goes, in the home. */
const files = { bash: ".bashrc", zsh: ".zshrc", fish: ".config/fish/completions/portkeep.fish" };

describe.each(shellNames)("the page's commands for %s", (name) => {
  const { now = "", later = "" } = commands.get(name) ?? {};

  test.each([
    ["this shell", async () => now],
    ["every new shell", keep],
  ])("work for %s", async (_, load) => {
    const place = makePlace();
    const terminal = await openTerminal(shells[name], place, await load(place));
    onTestFinished(async () => {
      await terminal.close();
    });
    expect(await terminal.type("portkeep ren\t")).toBe("portkeep render ");
  });

  /** Runs the command for every new shell, and gives what such a shell then reads. */
  async function keep({ home, env }: ReturnType<typeof makePlace>): Promise<string> {
    // fish makes it when it first starts at a terminal.
    mkdirSync(join(home, ".config/fish/completions"), { recursive: true });
    await execa(name, ["-c", later], { env });
    return readFileSync(join(home, files[name]), "utf8");
  }
});

test("the help has the commands of the page, and no other", async () => {
  const { stdout } = await portkeep(["completion", "--help"]);
  const [, table = ""] = stdout.split("every new one:\n");
  const lines = table.trimEnd().split("\n");
  expect(lines.map((line) => line.slice(14))).toEqual(
    [...commands.values()].flatMap(({ now, later }) => [now, later]),
  );
});
