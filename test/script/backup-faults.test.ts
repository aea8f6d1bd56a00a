import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { toUnix } from "../rig/prefix.ts";
import type { Act } from "../rig/wire.ts";
import { backend } from "./backend.ts";
import { journalFiles } from "./journal.ts";
import { elsewhere, freshMachine, parametersKey, readList } from "./machine.ts";
import { fails, succeedsDoingNothing, withoutProgram } from "./programs.ts";
import { backupFiles } from "./reg-file.ts";
import { run, runRegistryUnchanged } from "./run.ts";
import { makeReadOnly, mayMount, onSmallDrive } from "./small-disk.ts";
import { rightBefore } from "./statements.ts";

const list = Array.from({ length: 200 }, (_, i) => `${6000 + 4 * i}-${6001 + 4 * i}`);
const folder = `${elsewhere}\\backups`;
const failed = { state: "failed", exitCode: 1603, backup: "", added: [] };

beforeEach(() => freshMachine(list));

describe("nothing is changed without a backup:", () => {
  it("its folder is a file", async () => {
    writeFileSync(toUnix(folder), "");
    await expectRefused(["-BackupDirectory", folder]);
  });

  it("its folder is below a file", async () => {
    writeFileSync(toUnix(folder), "");
    await expectRefused(["-BackupDirectory", `${folder}\\below`]);
  });

  it.skipIf(!mayMount)("its folder cannot be written to", async () => {
    await onSmallDrive("size=1m", async (disk) => {
      makeReadOnly(disk);
      await expectRefused(["-BackupDirectory", "T:\\backups"], disk);
    });
  });

  it.skipIf(!mayMount)("its disk is full", async () => {
    await onSmallDrive("size=4k", async (disk) => {
      writeFileSync(join(disk, "filler"), "x".repeat(4096));
      await expectRefused(["-BackupDirectory", "T:\\backups"], disk);
    });
  });

  it.skipIf(!mayMount)("its disk gets full half-way", async () => {
    await onSmallDrive("size=4k", (disk) => expectRefused(["-BackupDirectory", "T:\\backups"], disk));
  });

  it("reg.exe is missing", async () => {
    await withoutProgram("reg.exe", undefined, () => expectRefused());
  });

  it("reg.exe fails", async () => {
    await withoutProgram("reg.exe", fails, () => expectRefused());
  });

  it("reg.exe says that all is well, and has done nothing", async () => {
    await withoutProgram("reg.exe", succeedsDoingNothing, () => expectRefused());
  });

  it("reg.exe did nothing, and the file of an earlier run is still there", async () => {
    await run();
    await run("-Action Restore");
    const { length } = journalFiles();
    await withoutProgram("reg.exe", succeedsDoingNothing, async () => {
      expect((await runRegistryUnchanged()).result).toMatchObject(failed);
    });
    expect(journalFiles()).toHaveLength(length);
  });

  it("and Restore changes nothing either", async () => {
    await run();
    const after = await readList();
    await withoutProgram("reg.exe", fails, async () => {
      expect((await runRegistryUnchanged("-Action Restore")).result).toMatchObject(failed);
    });
    expect(await readList()).toEqual(after);
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored" });
    expect(await readList()).toEqual(list);
  });
});

it("a backup that holds another value than the one to be changed is none", async () => {
  const act: Act = {
    op: "registry.set",
    key: parametersKey,
    name: backend.valueName,
    kind: "MultiString",
    value: ["7-7"],
  };
  const { result } = await run("", { inject: [rightBefore("Process]::Start(", act)] });
  expect(result).toMatchObject(failed);
  expect(await readList()).toEqual(["7-7"]);
  expect(journalFiles()).toEqual([]);
});

it.each([
  ["a list", list],
  ["no value", undefined],
])("nor is the export of another key, before %s", async (_, found) => {
  await freshMachine(found);
  const replace = [
    ['export `"HKLM\\$KeyPath', 'export `"HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'],
  ] as const;
  expect((await runRegistryUnchanged("", { replace })).result).toMatchObject(failed);
});

async function expectRefused(args: string[] = [], folder?: string): Promise<void> {
  expect((await runRegistryUnchanged(args)).result).toMatchObject(failed);
  expect(journalFiles()).toEqual([]);
  expect(backupFiles(folder)).toEqual([]);
}
