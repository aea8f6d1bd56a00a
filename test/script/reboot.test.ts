import { describe, expect, it } from "vitest";
import { editRecord, readRecord } from "./journal.ts";
import { freshMachine, pretendRestart, readList, setList } from "./machine.ts";
import { fails, withoutProgram } from "./programs.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor, wanted } from "./script.ts";

const started = { exitCode: 1641, rebootRequired: true, restart: "machine", warnings: [] };
const pending = { exitCode: 3010, rebootRequired: true, restart: "machine" };
const hourMs = 3_600_000;

describe("-Reboot IfNeeded", () => {
  it("starts a restart when this run made one necessary", async () => {
    await freshMachine([]);
    expect((await run("-Reboot IfNeeded")).result).toMatchObject({ state: "changed", ...started });
    await pretendRestart();
    expect((await run("-Action Restore -Reboot IfNeeded")).result).toMatchObject({
      state: "restored",
      exitCode: 3010,
    });
  });

  it("starts one after Restore too", async () => {
    await freshMachine([]);
    await run();
    await pretendRestart();
    expect((await run("-Action Restore -Reboot IfNeeded")).result).toMatchObject({
      state: "restored",
      ...started,
    });
  });

  it("starts none for what an earlier run has changed", async () => {
    await freshMachine([]);
    await run();
    expect((await runUnchanged("-Reboot IfNeeded")).result).toMatchObject({ state: "compliant", ...pending });
  });

  it("starts none when nothing changes", async () => {
    await freshMachine(wanted);
    expect((await runUnchanged("-Reboot IfNeeded")).result).toMatchObject({ exitCode: 0, restart: "none" });
  });

  it("starts none when the change brings back what Windows started with", async () => {
    await freshMachine([]);
    await run();
    const { result } = await run("-Action Restore -Reboot IfNeeded");
    expect(result).toMatchObject({ state: "restored", exitCode: 0, restart: "none" });
  });

  it("starts none with WhatIf", async () => {
    await freshMachine([]);
    expect((await runUnchanged("-WhatIf -Reboot IfNeeded")).result).toMatchObject({
      state: "drift",
      exitCode: 1,
    });
  });

  it("gives users the time that was asked for", async () => {
    await freshMachine([]);
    expect((await run("-Reboot IfNeeded -Verbose")).stdout).toContain(" -t 60 ");
    await freshMachine([]);
    expect((await run("-Reboot IfNeeded -RebootDelaySeconds 600 -Verbose")).stdout).toContain(" -t 600 ");
  });
});

describe("a restart in the past", () => {
  it.each([
    ["just now", 0, 3010],
    ["23 hours ago", 23, 3010],
    ["25 hours ago", 25, 1641],
    ["400 days ago", 400 * 24, 1641],
  ])("%s", async (_, hours, exitCode) => {
    await freshMachine([]);
    await run("-Reboot IfNeeded");
    await pretendRestart();
    const time = new Date(Date.now() - hours * hourMs).toISOString().slice(0, 19);
    editRecord("restart", time);
    await setList([]);
    const { result } = await run("-Reboot IfNeeded");
    expect(result).toMatchObject({ state: "changed", exitCode, rebootRequired: true });
    expect(result.warnings.some((warning) => warning.includes(time))).toBe(exitCode === 3010);
    expect(await readList()).toEqual(wanted);
  });

  it("by a script with fewer ports: nobody else is blamed", async () => {
    await freshMachine([]);
    await run("-Reboot IfNeeded", { script: scriptFor({ products: ["ias"], os: "windows-server-2003" }) });
    await pretendRestart();
    const { result } = await run("-Reboot IfNeeded");
    expect(result).toMatchObject({ state: "changed", ...pending });
    expect(result.warnings).toEqual([expect.stringMatching(/^No restart was started.*Start it yourself\.$/)]);
  });

  it("is not forgotten by the runs in between", async () => {
    await freshMachine([]);
    await run("-Reboot IfNeeded");
    const { restart } = readRecord();
    for (const args of ["", "-Action Restore", "-Reboot IfNeeded"]) {
      await pretendRestart();
      if (args !== "-Action Restore") await setList([]);
      await run(`${args} -Force`);
    }
    expect(readRecord()).toMatchObject({ restart });
    await pretendRestart();
    await setList([]);
    const { result } = await run("-Reboot IfNeeded");
    expect(result).toMatchObject(pending);
    expect(result.warnings.join(" ")).toContain(restart);
  });
});

describe("a restart that cannot be started", () => {
  it.each([
    ["shutdown.exe is missing", undefined],
    ["shutdown.exe fails", fails],
  ])("%s: a warning, and the change stays", async (_, other) => {
    await freshMachine([]);
    const { result } = await withoutProgram("shutdown.exe", other, () => run("-Reboot IfNeeded"));
    expect(result).toMatchObject({ state: "changed", ...pending, warnings: [expect.any(String)] });
    expect(await readList()).toEqual(wanted);
    expect((await runUnchanged("")).result).toMatchObject({ state: "compliant", ...pending, warnings: [] });
    await setList([]);
    expect((await run("-Reboot IfNeeded")).result).toMatchObject({ state: "changed", exitCode: 1641 });
  });
});
