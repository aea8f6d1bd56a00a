import { describe, expect, it } from "vitest";
import { filesBelow } from "../script/footprint.ts";
import { applied, original } from "../script/kill-stories.ts";
import { readList, setList, storePath } from "../script/machine.ts";
import { backupFiles, readBackup } from "../script/reg-file.ts";
import { countHalts, killAt } from "./halts.ts";
import { freshWindows2000, runVbs, runVbsUnchanged } from "./run.ts";

const spread = (count: number, points: number) =>
  Array.from({ length: points }, (_, index) => Math.floor(((index + 0.5) * count) / points) + 1);
const full = process.env.PORTKEEP_FULL === "1";

await freshWindows2000(original);
const applyPoints = spread(await countHalts([]), full ? 200 : 24);
const restorePoints = spread(await countHalts(["/Action:Restore"]), full ? 200 : 12);

describe("Apply, killed before", () => {
  it.each(applyPoints)("statement %i", async (n) => {
    await freshWindows2000(original);
    await killAt(n, []);
    expect([original, applied]).toContainEqual(await readList());
    expect((await runVbs()).result).toMatchObject({ exitCode: 3010, rebootRequired: true });
    expect(await readList()).toEqual(applied);
    expectTidy();
    expect((await runVbsUnchanged()).result).toMatchObject({ state: "compliant", exitCode: 3010 });
    expect((await runVbs("/Action:Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await readList()).toEqual(original);
  });
});

describe("Restore, killed before", () => {
  it.each(restorePoints)("statement %i", async (n) => {
    await freshWindows2000(original);
    await runVbs();
    await killAt(n, ["/Action:Restore"]);
    expect([original, applied]).toContainEqual(await readList());
    expect((await runVbs("/Action:Restore")).result).toMatchObject({ exitCode: 0 });
    expect(await readList()).toEqual(original);
    expectTidy();
    // What is restored is no longer applied: the next Apply begins anew with what it finds.
    await setList(["9000-9001"]);
    await runVbs();
    expect((await runVbs("/Action:Restore")).result.state).toBe("restored");
    expect(await readList()).toEqual(["9000-9001"]);
  });
});

// Nothing half-done is left, and each backup holds the one value or the other.
function expectTidy(): void {
  const left = Object.keys(filesBelow(storePath())).filter(
    (name) =>
      !/^(|lock|backups|reserved-ports|[a-z]+\.log|reserved-ports\/\d{6}\.txt|backups\/.*\.reg)$/.test(name),
  );
  expect(left).toEqual([]);
  for (const file of backupFiles()) expect([original, applied]).toContainEqual(readBackup(file));
}
