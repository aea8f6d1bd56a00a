import { describe, expect, test } from "vitest";
import { cards } from "../../../src/delivery/cards/bundle.ts";
import { fileOf, textOf } from "../bundle.ts";
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
    expect(textOf(bundle, "settings-card.md")).toContain("`-RebootExitCode 0` makes the script end with 0");
    expect(textOf(bundle, "README.md").replace(/\s+/g, " ")).toContain(
      "**Without it the script did not run**",
    );
  });
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
