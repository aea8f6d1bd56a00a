import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cards } from "../../../src/delivery/cards/bundle.ts";
import { emptyFolder, portkeep } from "../../cli/console.ts";
import { fileOf, recipeOf, textOf } from "../bundle.ts";
import { signedPackage } from "../package.ts";

const given = await signedPackage();

describe.each(Object.entries(cards))("for %s", (_, make) => {
  test("there is the script as it was given", async () => {
    expect(fileOf(await make(given), "reserve-ports.ps1")).toEqual(Buffer.from(given.script));
  });

  test("the card says that nobody knows what becomes of the signature", async () => {
    expect(textOf(await make(given), "settings-card.md")).toContain("documentation does not say");
  });

  test("both texts keep a restart that is still to come from being a failure, and tell of runs without a result", async () => {
    const bundle = await make(given);
    const [card, readme] = ["settings-card.md", "README.md"].map((path) =>
      textOf(bundle, path).replace(/\s+/g, " "),
    );
    expect(card).toMatch(/`-(RebootExitCode|-reboot-exit-code) 0` (makes the script end|it ends) with 0/);
    expect(readme).toContain("**Without it the script did not run**");
  });
});

test("Level fills names in the text alone: the command for a script that only looks gives one", async () => {
  const readme = textOf(await cards.level(given), "README.md");
  const [, line = ""] = /^ {7}(portkeep render .*)\r$/m.exec(readme) ?? [];
  const folder = emptyFolder();
  const words = [...line.split(" ").slice(1), "-o", "looks.ps1"];
  expect(await portkeep(words, folder)).toMatchObject({ code: 0 });
  const recipe = recipeOf(readFileSync(join(folder, "looks.ps1")));
  expect(recipe).toEqual({ ...given.plan.recipe, action: "Test", rebootExitCode: 0 });
});

test("N-sight keeps 1 to 999 for itself: each such code of ours is told to be one that may hide the output", async () => {
  const card = textOf(await cards.nable(given), "settings-card.md");
  const [all, own] = card.split("## In N-sight");
  const codes = [...(all ?? "").matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  const reserved = codes.filter((code) => code >= 1 && code <= 999);
  expect(reserved.length).toBeGreaterThan(3);
  expect(own).toContain(`| ${reserved.join(", ")} | failed; the output, which tells why, may be missing`);
});

test("N-sight takes 65,535 characters, and is given no more", async () => {
  const grown = (length: number) => ({ ...given, script: Buffer.alloc(length, "x") });
  await expect(cards.nable(grown(65_535))).resolves.toHaveLength(3);
  await expect(cards.nable(grown(65_536))).rejects.toMatchObject({
    code: "package-too-large",
    facts: { tool: "N-able N-sight RMM", bytes: 65_536, limit: 65_535 },
  });
});
