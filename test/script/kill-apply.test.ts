import { afterAll, describe, expect, it } from "vitest";
import type { Stop } from "../rig/wire.ts";
import { readRecord } from "./journal.ts";
import { isStep } from "./kill-points.ts";
import { endKills, expectTidy, expectWhole, killBefore, listPoints, type Story } from "./kills.ts";
import { freshMachine, readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";

const from = ["3343-3343", "1812-1812"];
const to = ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "3343-3343", "4500-4500"];
const prepare = () => freshMachine(from);

const plain: Story = { title: "Apply", prepare, args: "", from, to, exitCode: 3010 };
const restarting: Story = {
  ...plain,
  title: "Apply -Reboot IfNeeded",
  args: "-Reboot IfNeeded",
  exitCode: 1641,
};
const points = await listPoints(restarting, 40);
const restartPoint = points.findLast(({ text }) => text.includes("]::Start("));
// Without a restart the way is a part of the same: the moments around each lasting step will do.
const steps = (await listPoints(plain, 0)).filter(isStep);

const writtenPoint = points.find(({ text }) => text.includes(".Flush("));
const again: Story = {
  ...restarting,
  title: "the run after an Apply that was killed when the value was just written",
  prepare: () => killBefore(restarting, writtenPoint as Stop),
};
const stepsAgain = (await listPoints(again, 0)).filter(isStep);

afterAll(endKills);

describe(`${restarting.title}, killed before`, () => {
  it.each(points)("statement $n, $text", async (point) => {
    await killBefore(restarting, point);
    await expectWhole(restarting);
    const { result } = await run(restarting.args);
    // Where the restart was started before the kill, that one is enough.
    expect(point.n > (restartPoint as Stop).n ? [1641, 3010] : [1641]).toContain(result.exitCode);
    expect(result.rebootRequired).toBe(true);
    expect(readRecord().restart).not.toBe("");
    await expectSettled(restarting);
  });
});

describe(`${plain.title}, killed before`, () => {
  it.each(steps)("statement $n, $text", async (point) => {
    await killBefore(plain, point);
    await expectWhole(plain);
    expect((await run(plain.args)).result).toMatchObject({ exitCode: 3010, rebootRequired: true });
    await expectSettled(plain);
  });
});

describe("Apply, killed, and then Restore instead, killed before", () => {
  it.each(steps)("statement $n, $text", async (point) => {
    await killBefore(plain, point);
    expect((await run("-Action Restore")).result).toMatchObject({ exitCode: 0, rebootRequired: false });
    expect(await readList()).toEqual(from);
    await runUnchanged("-Action Restore");
  });
});

describe(`${again.title}, killed before`, () => {
  it.each(stepsAgain)("statement $n, $text", async (point) => {
    await killBefore(again, point);
    await expectWhole(again);
    const { result } = await run(again.args);
    expect([1641, 3010]).toContain(result.exitCode);
    expect(readRecord().restart).not.toBe("");
    await expectSettled(again);
  });
});

async function expectSettled(story: Story): Promise<void> {
  expect(await readList()).toEqual(to);
  await expectTidy(story);
  const again = await runUnchanged(story.args);
  expect(again.result).toMatchObject({ state: "compliant", exitCode: 3010 });
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
  expect(await readList()).toEqual(from);
}
