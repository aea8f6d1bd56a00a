import { afterAll, describe, expect, it } from "vitest";
import { readRecord } from "./journal.ts";
import { isStep, mustFind } from "./kill-points.ts";
import { apply, applyAndRestart, expectApplied, original } from "./kill-stories.ts";
import { endKills, expectWhole, killBefore, listPoints } from "./kills.ts";
import { readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { sample } from "./sample.ts";

const points = await listPoints(applyAndRestart, 24);
const restart = mustFind(points.toReversed(), "]::Start(");
// Without a restart the way is a part of the same: the moments around each lasting step will do.
const steps = (await listPoints(apply, 0)).filter(isStep);

afterAll(endKills);

describe("Apply -Reboot IfNeeded, killed before", () => {
  it.each(points)("statement $n, $text", async (point) => {
    await killBefore(applyAndRestart, point);
    await expectWhole(applyAndRestart);
    const { result } = await run(applyAndRestart.args);
    // Where the restart was started before the kill, that one is enough.
    expect(point.n > restart.n ? [1641, 3010] : [1641]).toContain(result.exitCode);
    expect(result.rebootRequired).toBe(true);
    expect(readRecord().restart).not.toBe("");
    await expectApplied(applyAndRestart);
  });
});

describe("Apply, killed before", () => {
  it.each(steps)("statement $n, $text", async (point) => {
    await killBefore(apply, point);
    await expectWhole(apply);
    expect((await run(apply.args)).result).toMatchObject({ exitCode: 3010, rebootRequired: true });
    await expectApplied(apply);
  });
});

describe("Apply, killed, and then Restore instead, killed before", () => {
  it.each(sample(steps, 2))("statement $n, $text", async (point) => {
    await killBefore(apply, point);
    expect((await run("-Action Restore")).result).toMatchObject({ exitCode: 0, rebootRequired: false });
    expect(await readList()).toEqual(original);
    await runUnchanged("-Action Restore");
  });
});
