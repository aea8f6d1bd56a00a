import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { registryBackends, useBackend } from "./backend.ts";
import { freshMachine, readList, setList } from "./machine.ts";
import { backupFiles, readBackup } from "./reg-file.ts";
import { run, runUnchanged } from "./run.ts";
import { wanted } from "./script.ts";

const original = ["1-2"];
const applied = ["1-2", ...wanted];

const changes: [title: string, list: string[] | undefined, told: string[]][] = [
  ["an entry added", [...applied, "9000-9001"], ["9000-9001"]],
  ["an entry that cannot be read added", [...applied, "x \u00e9"], ["x \\u00e9"]],
  ["an entry taken away", applied.filter((entry) => entry !== "1812-1813"), ["1812-1813"]],
  [
    "an entry changed",
    applied.map((entry) => entry.replace("4500-4500", "4500-4600")),
    ["4500-4500", "4500-4600"],
  ],
  ["another order", applied.toReversed(), []],
  ["an empty list", [], applied],
  ["no value", undefined, applied],
];

describe.each(registryBackends)("$id", (chosen) => {
  beforeAll(() => useBackend(chosen));

  beforeEach(async () => {
    await freshMachine(original);
    await run();
  });

  describe("somebody's change before Restore", () => {
    it.each(changes)("%s: told, and nothing is changed without -Force", async (_, list, told) => {
      await setList(list);
      const { result } = await runUnchanged("-Action Restore");
      expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
      for (const entry of told) expect(result.message).toContain(entry);
    });

    it.each(changes)("%s: restored with -Force, after a new backup", async (_, list) => {
      await setList(list);
      const { result } = await run("-Action Restore -Force");
      expect(result).toMatchObject({ state: "restored", exitCode: 0 });
      expect(await readList()).toEqual(original);
      expect(backupFiles().map(readBackup)).toEqual([original, list ?? null]);
      expect((await runUnchanged("-Action Restore")).result).toMatchObject({
        state: "compliant",
        warnings: [],
      });
      await run();
      expect((await run("-Action Restore")).result).toMatchObject({ state: "restored" });
    });

    it("that put back the old value leaves nothing to do", async () => {
      await setList(original);
      expect((await runUnchanged("-Action Restore")).result).toMatchObject({
        state: "compliant",
        exitCode: 0,
      });
    });

    it("-Force without a change is no different from none", async () => {
      expect((await run("-Action Restore -Force")).result).toMatchObject({ state: "restored", warnings: [] });
      expect(await readList()).toEqual(original);
    });
  });

  describe("somebody's change between two Applies", () => {
    it.each([
      ["some of the wanted taken away", ["1-2", "1812-1813", "9000-9001"]],
      ["the old value put back", original],
      ["no value", undefined],
    ])("%s: Apply adds what is missing, and Restore is refused without -Force", async (_, list) => {
      await setList(list);
      expect((await run()).result).toMatchObject({ state: "changed", warnings: [expect.any(String)] });
      const { result } = await runUnchanged("-Action Restore");
      expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
      expect((await run("-Action Restore -Force")).result).toMatchObject({ state: "restored" });
      expect(await readList()).toEqual(original);
    });

    it("that leaves nothing to add is told by Apply and Test, and Restore is refused", async () => {
      await setList([...applied, "9000-9001"]);
      for (const args of ["", "-Action Test"]) {
        expect((await runUnchanged(args)).result).toMatchObject({
          state: "compliant",
          warnings: [expect.any(String)],
        });
      }
      expect((await runUnchanged("-Action Restore")).result).toMatchObject({
        state: "failed",
        exitCode: 1603,
      });
    });
  });
});
