import { beforeEach, describe, expect, it } from "vitest";
import { type Host, startHost } from "../rig/host.ts";
import { placeScript } from "../rig/run.ts";
import { sharedHost } from "../rig/shared.ts";
import { journalFiles } from "./journal.ts";
import { freshMachine, readList } from "./machine.ts";
import { backupFiles } from "./reg-file.ts";
import { readResultLine } from "./result-line.ts";
import { run, runUnchanged } from "./run.ts";
import { standardScript, wanted } from "./script.ts";

const path = "C:\\windows\\portkeep\\lock";
const locked = { state: "failed", exitCode: 1618 };

describe("while another run holds the lock", () => {
  beforeEach(() => freshMachine([]));

  it("Apply and Restore end with 1618, and nothing is changed", async () => {
    await run();
    await run("-Action Restore");
    await holding(async () => {
      expect((await runUnchanged()).result).toMatchObject(locked);
      expect((await runUnchanged("-RebootExitCode 0")).result).toMatchObject(locked);
    });
    await run();
    await holding(async () => expect((await runUnchanged("-Action Restore")).result).toMatchObject(locked));
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored" });
  });

  it("what only looks goes on", async () => {
    await run();
    await holding(async () => {
      expect((await runUnchanged()).result).toMatchObject({ state: "compliant", exitCode: 3010 });
      expect((await runUnchanged("-Action Test")).result).toMatchObject({
        state: "compliant",
        exitCode: 3010,
      });
      expect((await runUnchanged("-Action Restore -WhatIf")).result).toMatchObject({
        state: "drift",
        exitCode: 1,
      });
    });
  });
});

describe("two runs at the same moment", () => {
  it("one changes, the other finds the lock held or nothing left to do", async () => {
    const other = await startHost("windows");
    const script = await placeScript(standardScript, "windows");
    for (let round = 0; round < 10; round++) {
      await freshMachine(["1-2"]);
      const results = await Promise.all([runOn(await sharedHost("windows"), script), runOn(other, script)]);
      const [first, second] = results.toSorted((a, b) => order(a.state) - order(b.state));
      expect(first).toMatchObject({ state: "changed", exitCode: 3010 });
      expect([3010, 1618]).toContain(second?.exitCode);
      expect(second?.state).not.toBe("changed");
      expect(await readList()).toEqual(["1-2", ...wanted]);
      expect([backupFiles().length, journalFiles().length]).toEqual([1, 2]);
    }
    await other.close();
  });
});

async function holding(work: () => Promise<void>): Promise<void> {
  const host = await sharedHost("windows");
  await host.act({ op: "file.lock", path });
  try {
    await work();
  } finally {
    await host.act({ op: "file.unlock", path });
  }
}

async function runOn(host: Host, script: string) {
  return readResultLine(await host.run(script));
}

function order(state: string): number {
  return ["changed", "compliant", "failed"].indexOf(state);
}
