import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { toUnix } from "../rig/prefix.ts";
import { sharedHost } from "../rig/shared.ts";
import { filesBelow } from "./footprint.ts";
import { elsewhere, freshMachine, parametersKey, readList, setList, storePath } from "./machine.ts";
import { backupFiles, readBackup } from "./reg-file.ts";
import { run } from "./run.ts";

it("each change leaves a backup of what it found, and none that is there is touched", async () => {
  await freshMachine(["1-2"]);
  const found = [["1-2"]];
  for (const step of ["", "-Action Restore", "", "-Action Restore"]) {
    const old = filesBelow(storePath("backups"));
    const { result } = await run(step);
    expect(toUnix(result.backup)).toBe(backupFiles().at(-1));
    expect(backupFiles().map(readBackup)).toEqual(found);
    const { "": _, ...kept } = old;
    expect(filesBelow(storePath("backups"))).toMatchObject(kept);
    found.push((await readList()) as string[]);
  }
});

it("it can be put anywhere, and other files there are left alone", async () => {
  await freshMachine();
  writeFileSync(join(toUnix(elsewhere), "download.partial"), "somebody else's");
  const { result } = await run(["-BackupDirectory", elsewhere]);
  expect(readBackup(toUnix(result.backup))).toBeNull();
  const { "": _, ...files } = filesBelow(toUnix(elsewhere));
  expect(Object.keys(files)).toEqual([expect.stringMatching(/\.reg$/), "download.partial"]);
});

it("Restore goes by the journal, whatever has become of the backup", async () => {
  for (const spoil of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, "nonsense")]) {
    await freshMachine(["1-2"]);
    await run();
    backupFiles().forEach(spoil);
    expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await readList()).toEqual(["1-2"]);
  }
});

it("what a killed run left half-written is no obstacle", async () => {
  await freshMachine(["1-2"]);
  for (const name of ["ReservedPorts.partial", "ReservedPorts-20260101-000000000.reg.partial"]) {
    writeFileSync(join(toUnix(elsewhere), name), "half a ");
  }
  const { result } = await run(["-BackupDirectory", elsewhere]);
  expect(readBackup(toUnix(result.backup))).toEqual(["1-2"]);
});

it.each([
  ["a value that looks like the head of a key", "a\r\n\r\n[HKEY_LOCAL_MACHINE\\x]\r\n"],
  ["a value that looks like the one to be changed", 'a\r\n"ReservedPorts"=hex(7):00,00\r\n'],
  ["a value that ends with a backslash", "C:\\"],
  ["a value of many lines", "\r\n".repeat(100)],
])("%s beside it never leads to a wrong change", async (_, text) => {
  const before = ["1-2", "3343-3343"];
  await freshMachine(before);
  const { registry } = await sharedHost("windows");
  await registry.set(parametersKey, "A", "String", text);
  await registry.set(parametersKey, "Z", "String", text);
  const { result } = await run();
  expect([1603, 3010]).toContain(result.exitCode);
  if (result.exitCode === 1603) expect(await readList()).toEqual(before);
  else expect(readBackup(toUnix(result.backup))).toEqual(before);
  await setList(before);
});
