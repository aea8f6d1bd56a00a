import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { expect, onTestFinished, test } from "vitest";

const tests = `test("passes", () => {});
test("fails", () => expect(1).toBe(2));
describe("a part", () => test.skip("is left out", () => {}));
test.todo("is not there yet");
`;

/** Gives the lines that a run of these tests says, by the reporter alone. */
async function linesOf(...options: string[]): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "portkeep-tally-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "some.test.js"), tests);
  const vitest = resolve("node_modules/vitest/vitest.mjs");
  const run = ["run", "--root", root, "--globals", "--reporter", resolve("build/tally.ts"), ...options];
  const { stdout } = await execa("node", [vitest, ...run], { reject: false });
  return stdout.trim().split("\n");
}

test("a run ends with a line that counts its tests, after the names of those that were skipped", async () => {
  expect(await linesOf()).toEqual([
    "skipped: some.test.js > a part > is left out",
    "skipped: some.test.js > is not there yet",
    "1 passed, 1 failed, 2 skipped",
  ]);
});

test("those that a name on the command line leaves out are counted alone", async () => {
  expect(await linesOf("-t", "passes")).toEqual(["1 passed, 0 failed, 3 skipped"]);
});
