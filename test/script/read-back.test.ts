import { beforeEach, describe, expect, it } from "vitest";
import { toUnix } from "../rig/prefix.ts";
import type { Act } from "../rig/wire.ts";
import { backend } from "./backend.ts";
import { readRecord } from "./journal.ts";
import { freshMachine, parametersKey, pretendRestart, readList, setList } from "./machine.ts";
import { readBackup } from "./reg-file.ts";
import { run, runUnchanged } from "./run.ts";
import { rightBefore } from "./statements.ts";

const place = { key: parametersKey, name: backend.valueName };
const other: Act = { op: "registry.set", ...place, kind: "MultiString", value: ["7-7"] };
const list = ["1-2", "3343-3343"];

const interferences: [title: string, act: Act][] = [
  ["another list", other],
  ["an empty list", { op: "registry.set", ...place, kind: "MultiString", value: [] }],
  [
    "one entry less",
    { op: "registry.set", ...place, kind: "MultiString", value: ["1-2", "1645-1646", "1701-1701"] },
  ],
  ["another type", { op: "registry.set", ...place, kind: "String", value: "1645-1646" }],
  ["no value", { op: "registry.delete", ...place }],
];

describe("a change that reads back differently is rolled back", () => {
  describe.each(interferences)("%s", (_, act) => {
    it.each([
      ["a list", list],
      ["no value", undefined],
    ])("to %s", async (_, found) => {
      await freshMachine(found);
      const { result } = await run("", { inject: [rightBefore(".Flush()", act)] });
      expect(result).toMatchObject({ state: "failed", exitCode: 1603, restart: "none" });
      expect(await readList()).toEqual(found ?? null);
      await expectAsIfNothingHappened();
    });
  });

  it("and settles nothing: what somebody adds before the next Apply is what Restore brings back", async () => {
    await freshMachine(list);
    await run("", { inject: [rightBefore(".Flush()", other)] });
    await setList([...list, "9000-9010"]);
    expect((await run()).result).toMatchObject({ state: "changed", warnings: [] });
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored" });
    expect(await readList()).toEqual([...list, "9000-9010"]);
  });

  it("Restore too", async () => {
    await freshMachine(list);
    await run();
    const applied = await readList();
    const { result } = await run("-Action Restore", { inject: [rightBefore(".Flush()", other)] });
    expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
    expect(await readList()).toEqual(applied);
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await readList()).toEqual(list);
  });
});

describe("where that fails too", () => {
  const twice = [rightBefore(".Flush()", other), rightBefore(".Flush()", other, 2)];

  beforeEach(() => freshMachine(list));

  it("the message says so, what brings it back, and names the backup", async () => {
    const { result } = await run("", { inject: twice });
    expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
    expect(result.message).toMatch(/not back\. Run Restore with -Force; /);
    expect(result.message).toContain(result.backup);
    expect(readBackup(toUnix(result.backup))).toEqual(list);
    expect(await readList()).toEqual(["7-7"]);
  });

  it("Restore still knows what stood there at first", async () => {
    await run("", { inject: twice });
    expect(readRecord().original).toBe(JSON.stringify(list));
    expect((await runUnchanged("-Action Restore")).result).toMatchObject({ state: "failed", exitCode: 1603 });
    expect((await run("-Action Restore -Force")).result).toMatchObject({ state: "restored" });
    expect(await readList()).toEqual(list);
  });
});

async function expectAsIfNothingHappened(): Promise<void> {
  const found = await readList();
  expect((await run()).result).toMatchObject({ state: "changed", exitCode: 3010 });
  await pretendRestart();
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 3010 });
  expect(await readList()).toEqual(found);
}
