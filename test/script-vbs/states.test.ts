import { expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { parametersKey, pretendRestart, readList, setList } from "../script/machine.ts";
import { expectedMerge } from "../script/merge-oracle.ts";
import { run } from "../script/run.ts";
import { wanted } from "../script/script.ts";
import type { Replacement } from "./place.ts";
import { freshWindows2000, runVbs, runVbsUnchanged } from "./run.ts";
import { vbsFor } from "./script.ts";

const settled = { exitCode: 0, rebootRequired: false, restart: "none" };
const pending = { exitCode: 3010, rebootRequired: true, restart: "machine" };
const before = ["3343-3343"];

it("the restart is pending until Windows has restarted, or the old value is back", async () => {
  await freshWindows2000(before);
  expect((await runVbs()).result).toMatchObject({
    state: "changed",
    ...pending,
    added: wanted,
    kept: before,
  });
  expect((await runVbsUnchanged("/Action:Test")).result).toMatchObject({ state: "compliant", ...pending });
  await pretendRestart();
  expect((await runVbsUnchanged()).result).toMatchObject({ state: "compliant", ...settled });
  expect((await runVbs("/Action:Restore")).result).toMatchObject({ state: "restored", ...pending });
  expect((await runVbs()).result).toMatchObject({ state: "changed", ...settled });
});

it("/RebootExitCode:0 turns 3010 into 0, and the result still tells", async () => {
  await freshWindows2000(before);
  expect((await runVbs("/RebootExitCode:0")).result).toMatchObject({
    ...pending,
    state: "changed",
    exitCode: 0,
  });
});

it("Restore refuses to undo somebody's later change, and does with /Force", async () => {
  await freshWindows2000(before);
  await runVbs();
  await setList(["1-2", ...wanted]);
  expect((await runVbsUnchanged()).result.warnings).toEqual([expect.stringContaining("Somebody else")]);
  const refused = await runVbsUnchanged("/Action:Restore");
  expect(refused.result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(refused.result.message).toMatch(/: 1-2, 1645-1646, .*4500-4500[.;].*: 3343-3343[.;]/);
  expect((await runVbs("/Action:Restore -Force")).result.state).toBe("restored");
  expect(await readList()).toEqual(before);
});

it("a refused Restore lists somebody's ports that a later Apply went by", async () => {
  await freshWindows2000(before);
  await runVbs("", { script: vbsFor({ products: ["ias"] }) });
  await setList(["9000-9001", ...((await readList()) ?? [])]);
  await runVbs();
  const { result } = await runVbsUnchanged("/Action:Restore");
  expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(result.message).toMatch(/: 1645-1646, .*9000-9001[.;]/);
});

it("an Apply that was undone does not settle where Restore leads", async () => {
  await freshWindows2000(before);
  const replace: Replacement[] = [['\\regedit.exe", "/s', '\\system32\\secedit.exe", "/s']];
  expect((await runVbs("", { replace })).result.exitCode).toBe(1603);
  await setList([...before, "9000-9010"]);
  expect((await runVbs()).result).toMatchObject({ state: "changed", warnings: [] });
  expect((await runVbs("/Action:Restore")).result.state).toBe("restored");
  expect(await readList()).toEqual([...before, "9000-9010"]);
});

it("a value whose name somebody wrote in another case is changed and restored, and stays one value", async () => {
  await freshWindows2000();
  const { registry } = await sharedHost("windows");
  await registry.set(parametersKey, "reservedports", "MultiString", before);
  expect((await runVbs()).result).toMatchObject({ state: "changed", added: wanted });
  expect((await runVbs("/Action:Restore")).result.state).toBe("restored");
  expect(await readList()).toEqual(before);
  const { values } = await registry.list(parametersKey);
  expect(values.filter((name) => /^reservedports$/i.test(name))).toHaveLength(1);
});

it("what stands behind an empty string is brought before it, and restored as it was", async () => {
  const list = ["3343-3343", "", ...wanted];
  await freshWindows2000(list);
  expect((await runVbs()).result).toMatchObject({ state: "changed", ...pending, added: [] });
  expect(await readList()).toEqual(expectedMerge(list, wanted).after);
  expect((await runVbs("/Action:Restore")).result.state).toBe("restored");
  expect(await readList()).toEqual(list);
});

it("the PowerShell script restores what the VBScript applied, and the other way round", async () => {
  await freshWindows2000(before);
  await runVbs();
  expect((await run("-Action Restore")).result).toMatchObject({ state: "restored", ...settled });
  expect(await readList()).toEqual(before);
  await run();
  expect((await runVbsUnchanged()).result).toMatchObject({ state: "compliant", ...pending });
  expect((await runVbs("/Action:Restore")).result).toMatchObject({ state: "restored", ...settled });
  expect(await readList()).toEqual(before);
});

it.each([
  ["/Action:Nothing", "/Action is 'Nothing', and must be one of: Apply, Test, Restore."],
  ["/Action", "/Action is '', and must be one of: Apply, Test, Restore."],
  ["/Action:Report", "/Action is 'Report', and must be one of: Apply, Test, Restore."],
  ["/Reboot:IfNeeded", "/Reboot is 'IfNeeded', and must be one of: Never."],
  ["/RebootExitCode:1", "/RebootExitCode is '1', and must be one of: 3010, 0."],
  ["/Force:yes", "Not a parameter: /Force:yes."],
  ["/Frobnicate", "Not a parameter: /Frobnicate."],
  ["-Action Test", "/Action is '', and must be one of: Apply, Test, Restore."],
  ["Test", "Not a parameter: Test."],
  ["\\\\srv\\x", "Not a parameter: \\\\srv\\x."],
])("%s is refused, with 87", async (args, message) => {
  await freshWindows2000(before);
  const { result } = await runVbsUnchanged(args);
  expect(result).toMatchObject({ state: "failed", exitCode: 87, message: `${message} Nothing was changed.` });
});

it("parameters are read whatever their case, after a slash or a hyphen", async () => {
  await freshWindows2000(before);
  for (const args of ["/action:TEST /reboot:never", "-Action:test"]) {
    expect((await runVbsUnchanged(args)).result).toMatchObject({
      action: "Test",
      state: "drift",
      exitCode: 1,
    });
  }
});

it("a script in Dutch for Test does that, in other words", async () => {
  await freshWindows2000(before);
  const script = vbsFor({ locale: "nl", action: "Test" });
  const { result } = await runVbsUnchanged("", { script });
  expect(result).toMatchObject({ action: "Test", state: "drift", exitCode: 1 });
  expect(result.message).toContain("niet gereserveerd");
});
