import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { registryBackends, useBackend } from "./backend.ts";
import { freshMachine, readList, setList } from "./machine.ts";
import { backupFiles, readBackup } from "./reg-file.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor, wanted } from "./script.ts";

const original = ["1-2"];
const applied = ["1-2", ...wanted];

const changes: [title: string, list: string[] | undefined][] = [
  ["an entry added", [...applied, "9000-9001"]],
  ["an entry that cannot be read added", [...applied, "x y"]],
  ["an entry taken away", applied.filter((entry) => entry !== "1812-1813")],
  ["an entry changed", applied.map((entry) => entry.replace("4500-4500", "4500-4600"))],
  ["another order", applied.toReversed()],
  ["an empty list", []],
  ["no value", undefined],
];

/** Says what Restore would do to a list, as the script names it. */
function difference(list: readonly string[] = []): string {
  const gone = list.filter((entry) => !original.includes(entry));
  const back = original.filter((entry) => !list.includes(entry));
  return `take away: ${gone.join(", ")}; bring back: ${back.join(", ")}`;
}

describe.each(registryBackends)("$id", (chosen) => {
  beforeAll(() => useBackend(chosen));

  beforeEach(async () => {
    await freshMachine(original);
    await run();
  });

  describe("somebody's change before Restore", () => {
    it.each(changes)("%s: told, and nothing is changed without -Force", async (_, list) => {
      await setList(list);
      const { result } = await runUnchanged("-Action Restore");
      expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
      expect(result.message).toContain(difference(list));
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

    it("-WhatIf and -Confirm say what would go and what would come back", async () => {
      const list = applied.filter((entry) => entry !== "1-2");
      await setList(list);
      const { stdout } = await runUnchanged("-Action Restore -Force -WhatIf");
      expect(stdout).toContain(difference(list));
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

    it("that a later Apply left in its list is named before Restore takes it away", async () => {
      const list = ["1-2", "1645-1646", "1701-1701", "1812-1813", "2883-2883", "4500-4501", "9000-9001"];
      await setList([...applied, "9000-9001"]);
      await run("", { script: scriptFor({ products: ["ias", "l2tp", "autd", "ipsec"], ports: ["4501"] }) });
      expect(await readList()).toEqual(list);
      const { result } = await runUnchanged("-Action Restore");
      expect(result.message).toContain(difference(list));
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
