import { afterAll, describe, expect, it } from "vitest";
import { readRecord } from "./journal.ts";
import { mustFind } from "./kill-points.ts";
import { applyAndRestart, expectApplied } from "./kill-stories.ts";
import { endKills, expectWhole, killBefore, listPoints, type Story } from "./kills.ts";
import { run } from "./run.ts";

const written = mustFind(await listPoints(applyAndRestart, 0), ".Flush(");
const again: Story = { ...applyAndRestart, prepare: () => killBefore(applyAndRestart, written) };
const points = await listPoints(again, 0);

afterAll(endKills);

describe("Apply, killed when the value was just written, and run again and killed again before", () => {
  it.each(points)("statement $n, $text", async (point) => {
    await killBefore(again, point);
    await expectWhole(again);
    const { result } = await run(again.args);
    expect([1641, 3010]).toContain(result.exitCode);
    expect(readRecord().restart).not.toBe("");
    await expectApplied(again);
  });
});
