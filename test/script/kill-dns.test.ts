import { afterAll, describe, expect, it } from "vitest";
import type { Stop } from "../rig/wire.ts";
import { dnsExclusions, useBackend } from "./backend.ts";
import { askStandIns, dnsProcesses, tellStandIns } from "./dns-server.ts";
import { startTask } from "./dns-task.ts";
import { isStep, mustFind } from "./kill-points.ts";
import { applied, applyAndRestartDns, original } from "./kill-stories.ts";
import { endKills, expectTidy, expectWhole, killBefore, listPoints } from "./kills.ts";
import { readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { sample } from "./sample.ts";

useBackend(dnsExclusions);

// What is lasting, and each program that is started: of the deeds, those that decide what comes after.
const isDecisive = (stop: Stop) => isStep(stop) || stop.text.includes("]::Start(");
const points = (await listPoints(applyAndRestartDns, 0)).filter(isDecisive);
const written = mustFind(points, ".Flush(");
const late = points.filter(({ n, text }) => n > written.n && /\]::Start\(|Move/.test(text));

afterAll(endKills);

describe("Apply -RestartDns IfNeeded, killed before", () => {
  it.each(sample(points, 2))("statement $n, $text", async (point) => {
    await killBefore(applyAndRestartDns, point);
    await expectWhole(applyAndRestartDns);
    await expectDnsToCome();
    expect((await run(applyAndRestartDns.args)).result).toMatchObject({ exitCode: 0, restart: "none" });
    expect(await readList()).toEqual(applied);
    await expectTidy(applyAndRestartDns);
    await expectDnsToRun();
    expect((await runUnchanged()).result).toMatchObject({ state: "compliant", exitCode: 0 });
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 3011 });
    expect(await readList()).toEqual(original);
  });
});

describe("Apply -RestartDns IfNeeded, killed, and then a run that has nothing to do and restarts nothing", () => {
  it.each(sample(late, 2))("statement $n, $text", async (point) => {
    await killBefore(applyAndRestartDns, point);
    await run();
    await expectDnsToRun();
  });
});

describe("Apply -RestartDns IfNeeded, killed, and then a run that fails at once", () => {
  it("starts the DNS Server all the same", async () => {
    await killBefore(applyAndRestartDns, late.at(-1) ?? written);
    await tellStandIns("fail", ["netsh interface ipv4 show=1"]);
    await run("-Action Restore");
    await expectDnsToRun();
  });
});

// Right after the kill it runs, or the task that will start it is there.
async function expectDnsToCome(): Promise<void> {
  const [running, tasks] = [await dnsProcesses(), await askStandIns("tasks")];
  expect(running.length + tasks.length).toBeGreaterThan(0);
  for (const task of tasks) expect(task).toMatch(startTask);
}

async function expectDnsToRun(): Promise<void> {
  expect(await dnsProcesses()).toHaveLength(1);
  expect(await askStandIns("tasks")).toEqual([]);
}
