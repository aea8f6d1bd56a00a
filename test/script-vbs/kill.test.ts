import { beforeEach, describe, expect, it } from "vitest";
import { filesBelow, readKey } from "../script/footprint.ts";
import { readRecord } from "../script/journal.ts";
import { applied, original } from "../script/kill-stories.ts";
import { parametersKey, readList, storePath, volatileKey } from "../script/machine.ts";
import { backupFiles, readBackup } from "../script/reg-file.ts";
import { countHalts, killAt, killDuringImport } from "./halts.ts";
import { freshWindows2000, runVbs } from "./run.ts";

/** A run that is killed, and what it leads to when nothing disturbs it. */
interface Story {
  args: string[];
  points: number[];
  ending: object;
  exitCode: number;
}

await freshWindows2000(original);
const apply = await undisturbed([], 3010);
const restore = await undisturbed(["/Action:Restore"], 0);
// `npm run test:full` takes each.
const restorePoints = restore.points.filter((n) => process.env.PORTKEEP_FULL === "1" || n % 2 === 0);

describe("Apply, killed", () => {
  beforeEach(() => freshWindows2000(original));

  it.each(apply.points)("before deed %i", async (n) => {
    await killAt(n, apply.args);
    await expectSameEnd(apply);
  });

  it("while regedit changes the value", async () => {
    await killDuringImport(apply.args);
    await expectSameEnd(apply);
  });
});

describe("Restore, killed", () => {
  beforeEach(async () => {
    await freshWindows2000(original);
    await runVbs();
  });

  it.each(restorePoints)("before deed %i", async (n) => {
    await killAt(n, restore.args);
    await expectSameEnd(restore);
  });

  it("while regedit changes the value", async () => {
    await killDuringImport(restore.args);
    await expectSameEnd(restore);
  });
});

async function undisturbed(args: string[], exitCode: number): Promise<Story> {
  const count = await countHalts(args);
  const points = Array.from({ length: count }, (_, index) => index + 1);
  return { args, points, ending: await ending(), exitCode };
}

/** Checks that the value is whole after a kill, and that the next run ends as if there had been none. */
async function expectSameEnd(story: Story): Promise<void> {
  expect([original, applied]).toContainEqual(await readList());
  if (!(await isNew(story))) return;
  const { exitCode } = story;
  const { result } = await runVbs(story.args.join(" "));
  expect(result).toMatchObject({ exitCode, rebootRequired: exitCode === 3010 });
  expect(await ending()).toEqual(story.ending);
  expectTidy();
}

/** All that later runs go by: the value, what Windows started with, and the record that counts. */
async function ending(): Promise<object> {
  return { registry: [await readKey(parametersKey), await readKey(volatileKey)], record: readRecord() };
}

const known = new Set<string>();

// What a kill leaves decides what comes after it, so the same is tried once. Names and times differ in each run.
async function isNew({ args }: Story): Promise<boolean> {
  const files = Object.entries(filesBelow(storePath()));
  const left = files.map(([name, content]) => `${name} ${content.replace(/^\d+ /, "")}`);
  const plain = left.map((text) => text.replaceAll(/rad[0-9A-F]{5}|\d{8}-\d{6}/g, "")).sort();
  const world = JSON.stringify([args, await readKey(parametersKey), await readKey(volatileKey), plain]);
  const isNew = !known.has(world);
  known.add(world);
  return isNew;
}

// Nothing half-done is left, and each backup holds the one value or the other.
function expectTidy(): void {
  const left = Object.keys(filesBelow(storePath())).filter(
    (name) =>
      !/^(|lock|backups|reserved-ports|[a-z]+\.log|reserved-ports\/\d{6}\.txt|backups\/.*\.reg)$/.test(name),
  );
  expect(left).toEqual([]);
  for (const file of backupFiles()) expect([original, applied]).toContainEqual(readBackup(file));
}
