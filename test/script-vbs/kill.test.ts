import { describe, expect, it } from "vitest";
import { filesBelow } from "../script/footprint.ts";
import { applied, original } from "../script/kill-stories.ts";
import { readList, setList, storePath } from "../script/machine.ts";
import { backupFiles, readBackup } from "../script/reg-file.ts";
import { countHalts, killAt } from "./halts.ts";
import { freshWindows2000, runVbs, runVbsUnchanged } from "./run.ts";

// `npm run test:full` takes each.
const full = process.env.PORTKEEP_FULL === "1";
const some = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => index + 1).filter((n) => full || n % step === 0);

await freshWindows2000(original);
const applyPoints = some(await countHalts([]), 2);
const restorePoints = some(await countHalts(["/Action:Restore"]), 4);

describe("Apply, killed before", () => {
  it.each(applyPoints)("deed %i", async (n) => {
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
  it.each(restorePoints)("deed %i", async (n) => {
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
