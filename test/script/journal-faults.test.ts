import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { toUnix } from "../rig/prefix.ts";
import { journalFiles, newestRecord } from "./journal.ts";
import { elsewhere, freshMachine, pretendRestart, readList, setList, storePath } from "./machine.ts";
import { run, runRegistryUnchanged, runUnchanged } from "./run.ts";
import { wanted } from "./script.ts";
import { mayMount, onSmallDisk, onSmallDrive } from "./small-disk.ts";

const list = ["1-2"];
const failed = { state: "failed", exitCode: 1603 };
const damages: [title: string, damage: (text: string) => string][] = [
  ["empty", () => ""],
  ["cut in the middle", (text) => text.slice(0, text.length / 2)],
  ["without its last line", (text) => text.slice(0, text.lastIndexOf("\r\n"))],
  ["with half of its last line", (text) => text.slice(0, -1)],
  ["nulls, as after a power failure", (text) => "\0".repeat(text.length)],
];

beforeEach(() => freshMachine(list));

describe("a newest record that is damaged: the one before it and the value tell the rest, with a warning", () => {
  it.each(damages)("%s", async (_, damage) => {
    await run();
    const damaged = newestRecord();
    writeFileSync(damaged, damage(readFileSync(damaged, "latin1")));
    const warnings = [expect.stringContaining("000002.txt")];
    expect((await runUnchanged("-Action Test")).result).toMatchObject({ state: "compliant", warnings });
    expect((await runUnchanged("-Action Restore -WhatIf")).result).toMatchObject({
      state: "drift",
      warnings,
    });
    expect((await run()).result).toMatchObject({ exitCode: 3010, warnings });
    expect((await runUnchanged()).result).toMatchObject({ exitCode: 3010, warnings: [] });
    writeFileSync(newestRecord(), damage(readFileSync(newestRecord(), "latin1")));
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await readList()).toEqual(list);
  });

  it("of an Apply that was never recorded otherwise: what somebody has changed since is not taken for its own", async () => {
    await run();
    await setList([...wanted, "9-9"]);
    writeFileSync(newestRecord(), "");
    expect((await runUnchanged("-Action Restore")).result).toMatchObject(failed);
    expect((await run("-Action Restore -Force")).result).toMatchObject({ state: "restored" });
    expect(await readList()).toEqual(list);
  });
});

describe("a journal without a whole record ends every action with 1603, and nothing is changed", () => {
  it.each(damages)("%s", async (_, damage) => {
    await run();
    for (const path of journalFiles()) writeFileSync(path, damage(readFileSync(path, "latin1")));
    for (const args of ["", "-Action Test", "-Action Restore", "-Action Restore -Force"]) {
      expect((await runUnchanged(args)).result).toMatchObject(failed);
    }
    await setList(["9-9"]);
    expect((await runUnchanged()).result).toMatchObject(failed);
  });

  it("and once its files are moved away, all but Restore goes on", async () => {
    await run();
    for (const path of journalFiles()) {
      writeFileSync(path, "");
      renameSync(path, join(toUnix(elsewhere), basename(path)));
    }
    expect((await runUnchanged()).result).toMatchObject({ state: "compliant", exitCode: 3010 });
    expect((await runUnchanged("-Action Restore")).result).toMatchObject({ state: "compliant" });
  });
});

it("older records and other files in the journal are not read", async () => {
  await run();
  const [oldest = ""] = journalFiles();
  writeFileSync(oldest, "nonsense");
  for (const name of ["000009.partial", "0000010.txt", "notes.txt", "999999.txt.bak"]) {
    writeFileSync(storePath("reserved-ports", name), "nonsense");
  }
  expect((await runUnchanged()).result).toMatchObject({ state: "compliant", exitCode: 3010 });
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored" });
  expect(await readList()).toEqual(list);
});

describe("a full disk", () => {
  // One page: the first record fits, the second does not.
  const onePage = "size=4k";

  it.skipIf(!mayMount)("before the change: nothing is changed", async () => {
    await onSmallDisk(storePath("reserved-ports"), onePage, async () => {
      const filler = storePath("reserved-ports", "filler");
      writeFileSync(filler, "x".repeat(4096));
      expect((await runRegistryUnchanged()).result).toMatchObject(failed);
      rmSync(filler);
    });
    await expectCycle();
  });

  it.skipIf(!mayMount)("after the change: it is rolled back", async () => {
    await onSmallDisk(storePath("reserved-ports"), onePage, async () => {
      expect((await run()).result).toMatchObject({ ...failed, restart: "none" });
      expect(await readList()).toEqual(list);
      expect(journalFiles()).toHaveLength(1);
      expect((await run("-Action Test")).result).toMatchObject({ state: "drift", exitCode: 1 });
      expect((await run("-Action Restore")).result).toMatchObject({ state: "compliant", exitCode: 0 });
    });
    await expectCycle();
  });

  it.skipIf(!mayMount)("for the log: a warning, and the change stays", async () => {
    await onSmallDrive(onePage, async (disk) => {
      writeFileSync(join(disk, "filler"), "x".repeat(4096));
      const { result } = await run(["-LogFile", "T:\\backups\\portkeep.log"]);
      expect(result).toMatchObject({ state: "changed", exitCode: 3010, warnings: [expect.any(String)] });
    });
  });
});

async function expectCycle(): Promise<void> {
  expect((await run()).result).toMatchObject({ state: "changed", exitCode: 3010 });
  await pretendRestart();
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 3010 });
  expect(await readList()).toEqual(list);
}
