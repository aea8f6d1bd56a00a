import { describe, expect, it } from "vitest";
import { freshMachine, readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";

const before = ["1-2"];
const after = ["1-2", "1645-1646", "1701-1701", "1812-1813", "2883-2883", "4500-4500"];

describe("-Confirm", () => {
  it("changes nothing when declined, and ends with 0", async () => {
    await freshMachine(before);
    expect((await runUnchanged("-Confirm", { confirm: "no" })).result).toMatchObject({
      state: "drift",
      exitCode: 0,
    });
    await run();
    const { result } = await runUnchanged("-Action Restore -Confirm", { confirm: "no" });
    expect(result).toMatchObject({ state: "drift", exitCode: 0 });
    expect(await readList()).toEqual(after);
  });

  it("goes on when told to", async () => {
    await freshMachine(before);
    expect((await run("-Confirm", { confirm: "yes" })).result).toMatchObject({
      state: "changed",
      exitCode: 3010,
    });
    expect(await readList()).toEqual(after);
    const { result } = await run("-Action Restore -Confirm", { confirm: "yes" });
    expect(result).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await readList()).toEqual(before);
  });

  it("does not ask when there is nothing to do", async () => {
    await freshMachine(after);
    expect((await runUnchanged("-Confirm")).result).toMatchObject({ state: "compliant", exitCode: 0 });
    expect((await runUnchanged("-Action Test -Confirm")).result).toMatchObject({
      state: "compliant",
      exitCode: 0,
    });
  });

  it("fails with a result line where nobody can be asked", async () => {
    await freshMachine(before);
    expect((await runUnchanged("-Confirm")).result).toMatchObject({ state: "failed", exitCode: 1603 });
  });
});

it("asks nothing by default, and -Confirm:$false is the default", async () => {
  await freshMachine(before);
  expect((await run("-Confirm:$false")).result).toMatchObject({ state: "changed", exitCode: 3010 });
});
