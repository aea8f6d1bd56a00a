import { beforeEach, describe, expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { dnsExclusions, useBackend } from "./backend.ts";
import { askStandIns, dnsProcesses, tellStandIns } from "./dns-server.ts";
import { runTask, startTask } from "./dns-task.ts";
import { freshMachine, readList } from "./machine.ts";
import { run } from "./run.ts";
import { scriptFor, wanted } from "./script.ts";

// Stand-ins for sc, schtasks and the DNS Server.
useBackend(dnsExclusions);

const cannotStart = "sc start DNS=1058";

beforeEach(() => freshMachine([]));

it("a DNS Server that runs but is disabled is not stopped, since it would not start again", async () => {
  const before = await dnsProcesses();
  await (await sharedHost("windows")).registry.set(
    "HKLM\\SYSTEM\\CurrentControlSet\\Services\\DNS",
    "Start",
    "DWord",
    4,
  );
  const { result } = await run("-RestartDns IfNeeded");
  expect(result).toMatchObject({ state: "changed", exitCode: 3011, warnings: [expect.any(String)] });
  expect(await dnsProcesses()).toEqual(before);
  expect(await askStandIns("tasks")).toEqual([]);
});

it.each([
  [{}, 0],
  [{ PORTKEEP_RESTARTDNS: "Never" }, 3011],
])(
  "a script that was rendered to restart it ends, with the environment %j, with %i",
  async (environment, exitCode) => {
    const script = scriptFor({ products: ["ias"], restartDns: "IfNeeded" });
    expect((await run("", { script, environment })).result).toMatchObject({ state: "changed", exitCode });
  },
);

it("-WhatIf tells of the stop that the change would bring", async () => {
  const { result, stdout } = await run("-WhatIf -RestartDns IfNeeded");
  expect(result).toMatchObject({ state: "drift", exitCode: 1 });
  expect(stdout).toContain("Stop and start the DNS Server");
});

describe("a DNS Server that does not start again", () => {
  it("fails the run, which says that the change stays, and the next run starts it", async () => {
    await tellStandIns("fail", [cannotStart]);
    const { result } = await run("-RestartDns IfNeeded");
    expect(result).toMatchObject({ state: "failed", exitCode: 1603, value: wanted });
    expect(result.message).toMatch(
      /^The ports are reserved now\. .*STOPPED: .*sc\.exe start DNS ended with 1058\./,
    );
    expect(await readList()).toEqual(wanted);
    await tellStandIns("fail", []);
    expect((await run()).result).toMatchObject({ state: "compliant", exitCode: 0 });
    expect(await dnsProcesses()).toHaveLength(1);
  });

  it("after a roll-back the run says both", async () => {
    const script = scriptFor({ ports: ["51820"], backend: "os-exclusions" });
    await tellStandIns("dnsPorts", ["51820"]);
    await tellStandIns("fail", [cannotStart, "netsh interface ipv6 add=1"]);
    const { result } = await run("-RestartDns IfNeeded", { script });
    expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
    expect(result.message).toMatch(/the old value is back.*STOPPED/);
  });

  it("is started by the task, however often that fails before; once it runs, the task goes", async () => {
    await tellStandIns("fail", [cannotStart]);
    await run("-RestartDns IfNeeded");
    const [task = ""] = await askStandIns("tasks");
    expect(task).toMatch(startTask);
    await runTask(task);
    expect(await askStandIns("tasks")).toEqual([task]);
    await tellStandIns("fail", []);
    await runTask(task);
    expect(await dnsProcesses()).toHaveLength(1);
    expect(await askStandIns("tasks")).toEqual([]);
  });
});
