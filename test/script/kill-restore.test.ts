import { afterAll, describe, expect, it } from "vitest";
import { isStep } from "./kill-points.ts";
import { applied, original } from "./kill-stories.ts";
import { endKills, expectTidy, expectWhole, killBefore, listPoints, type Story } from "./kills.ts";
import { freshMachine, pretendRestart, readList, setList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { sample } from "./sample.ts";
import { wanted } from "./script.ts";

const toList = restoring("a list", applied, original);
const toAbsence = restoring("absence", wanted, null);
const points = await listPoints(toList, 10);
const stepsToAbsence = (await listPoints(toAbsence, 0)).filter(isStep);

afterAll(endKills);

describe.each([
  { story: toList, points },
  { story: toAbsence, points: stepsToAbsence },
])("$story.title, killed before", ({ story, points }) => {
  it.each(points)("statement $n, $text", async (point) => {
    await killBefore(story, point);
    await expectWhole(story);
    expect((await run(story.args)).result).toMatchObject({ exitCode: 3010, rebootRequired: true });
    expect(await readList()).toEqual(story.to);
    await expectTidy(story);
    expect((await runUnchanged(story.args)).result).toMatchObject({ state: "compliant", exitCode: 3010 });
    await expectForgotten();
  });
});

describe("Restore, killed, and then Apply instead, killed before", () => {
  it.each(sample(points.filter(isStep), 2))("statement $n, $text", async (point) => {
    await killBefore(toList, point);
    expect((await run()).result).toMatchObject({ exitCode: 0, rebootRequired: false });
    expect(await readList()).toEqual(applied);
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 3010 });
    expect(await readList()).toEqual(original);
  });
});

function restoring(title: string, from: string[], to: string[] | null): Story {
  const prepare = async () => {
    await freshMachine(to ?? undefined);
    await run();
    await pretendRestart();
  };
  return { title: `Restore to ${title}`, prepare, args: "-Action Restore", from, to, exitCode: 3010 };
}

// What is restored is no longer applied: the next Apply begins anew with what it finds.
async function expectForgotten(): Promise<void> {
  await setList(["9000-9001"]);
  await run();
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored" });
  expect(await readList()).toEqual(["9000-9001"]);
}
