import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makePlace, type Place, placeProgram } from "./place.ts";
import { installShells, shellNames, shells } from "./shells.ts";
import { openTerminal } from "./terminal.ts";

await installShells();

describe.each(shellNames)("%s disturbs nobody where portkeep", (name) => {
  test.each<[string, (place: Place) => void]>([
    ["fails with a long tale", (place) => placeProgram(place, "echo tale; echo tale >&2; exit 70")],
    ["fails without a word", (place) => placeProgram(place, "exit 1")],
    ["is gone", ({ programs }) => rmSync(join(programs, "portkeep"))],
    ["cannot be run", (place) => placeProgram(place, "kill -9 $$")],
  ])("%s", async (_, damage) => {
    const place = makePlace();
    const terminal = await openTerminal(shells[name], place);
    onTestFinished(async () => {
      await terminal.close();
    });
    damage(place);
    expect(await terminal.type("portkeep ren\t")).toBe("portkeep ren");
    expect(await terminal.type("portkeep sign --\t")).toBe("portkeep sign --");
    expect(await terminal.close()).not.toMatch(/tale|not found|unknown|error|killed|line \d/i);
  });
});
