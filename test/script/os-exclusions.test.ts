import { beforeEach, describe, expect, it } from "vitest";
import { startHost } from "../rig/host.ts";
import { placeScript } from "../rig/run.ts";
import { sharedHost } from "../rig/shared.ts";
import { dnsExclusions, useBackend } from "./backend.ts";
import { askStandIns, dnsProcesses, tellStandIns } from "./dns-server.ts";
import { freshMachine } from "./machine.ts";
import { run } from "./run.ts";
import { sample } from "./sample.ts";
import { scriptFor } from "./script.ts";

// Stand-ins for netsh, netstat, sc and the DNS Server. The machine is one on which dns-exclusions would work too.
useBackend(dnsExclusions);

const script = scriptFor({ ports: ["51820=WireGuard", "52311-52312"], backend: "os-exclusions" });
const wanted = ["51820-51820", "52311-52312"];
const own = wanted.map((range) => `${range}*`);
const blocks = ["50000-50099", "60000-60099"];
const apply = (args = "") => run(args, { script });

async function lists(): Promise<string[][]> {
  return [await askStandIns("ipv4"), await askStandIns("ipv6")];
}

async function setLists(ipv4: string[], ipv6 = ipv4): Promise<void> {
  await tellStandIns("ipv4", ipv4);
  await tellStandIns("ipv6", ipv6);
}

/** Gives what netsh was told to change, in order. */
async function changes(): Promise<string[]> {
  return (await askStandIns("log")).filter((line) => /^netsh .* (add|delete) /.test(line));
}

beforeEach(() => freshMachine());

it("what is missing is added for both protocols, once, and taken away by Restore; what is Windows' own stays", async () => {
  const before = ["40000-40009*", ...blocks];
  await setLists(before);
  expect((await apply("-Action Test")).result).toMatchObject({ state: "drift", exitCode: 1, added: wanted });
  const { result } = await apply();
  expect(result).toMatchObject({ state: "changed", exitCode: 0, restart: "none", added: wanted });
  const after = ["40000-40009*", "50000-50099", ...own, "60000-60099"];
  expect(await lists()).toEqual([after, after]);
  const count = (await changes()).length;
  expect((await apply()).result).toMatchObject({ state: "compliant", exitCode: 0, backup: "" });
  expect(await changes()).toHaveLength(count);
  expect((await apply("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
  expect(await lists()).toEqual([before, before]);
}, 180_000);

it.each(["nl", "de", "fr"])("digits and stars are read on a Windows that speaks %s", async (language) => {
  await tellStandIns("language", language);
  await setLists(["40000-40009*", "51820-51820*", ...blocks], ["52311-52312*"]);
  const { result } = await apply("-Action Test");
  expect(result).toMatchObject({ state: "drift", added: wanted });
  expect(result.value).toEqual(["ipv4 40000-40009", "ipv4 51820-51820", "ipv6 52311-52312"]);
});

it("where one list serves both protocols, it is changed once", async () => {
  await tellStandIns("shared", "yes");
  expect((await apply()).result).toMatchObject({ state: "changed", exitCode: 0 });
  expect(await askStandIns("ipv4")).toEqual(own);
  expect(await changes()).toHaveLength(2);
  expect((await apply("-Action Restore")).result).toMatchObject({ state: "restored" });
  expect(await askStandIns("ipv4")).toEqual([]);
});

it("only the gaps are added, nothing of others is taken away, and each list is restored as it was", async () => {
  await setLists(["51815-51820*", "52312-52320*"], ["52311-52311*"]);
  expect((await apply()).result).toMatchObject({ state: "changed", added: wanted });
  expect(await lists()).toEqual([
    ["51815-51820*", "52311-52311*", "52312-52320*"],
    ["51820-51820*", "52311-52311*", "52312-52312*"],
  ]);
  expect((await changes()).join()).not.toContain("delete");
  await apply("-Action Restore");
  expect(await lists()).toEqual([["51815-51820*", "52312-52320*"], ["52311-52311*"]]);
});

describe("a port that somebody has open", () => {
  it("is refused, naming who, before anything is written", async () => {
    const [pid = ""] = await dnsProcesses();
    await tellStandIns("open", ["51820 4", `52312 ${pid}`]);
    const { result } = await apply("-RestartDns IfNeeded");
    expect(result).toMatchObject({ state: "failed", exitCode: 1603, backup: "" });
    expect(result.message).toMatch(/51820 \S+ 4, 52312 dns \d+/);
    expect(await changes()).toEqual([]);
    expect(await dnsProcesses()).toEqual([pid]);
  });

  it("is refused for the DNS Server too, unless -RestartDns IfNeeded lets it be stopped for a moment", async () => {
    await tellStandIns("dnsPorts", ["51820"]);
    const before = await dnsProcesses();
    const refused = (await apply()).result;
    expect(refused).toMatchObject({ state: "failed", exitCode: 1603 });
    expect(refused.message).toMatch(/51820 dns \d+.*-RestartDns IfNeeded/);
    expect(await dnsProcesses()).toEqual(before);
    expect((await apply("-RestartDns IfNeeded")).result).toMatchObject({ state: "changed", exitCode: 0 });
    const now = await dnsProcesses();
    expect(now).toHaveLength(1);
    expect(now).not.toEqual(before);
    expect(await lists()).toEqual([own, own]);
    const deeds = (await askStandIns("log")).filter((line) => /schtasks|sc st|ipv4 add/.test(line));
    expect(deeds.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "schtasks /create",
      "sc stop",
      "netsh interface",
      "netsh interface",
      "sc start",
      "schtasks /delete",
    ]);
    expect(await askStandIns("tasks")).toEqual([]);
  });

  it("is told by -WhatIf: the refusal, or the stop of the DNS Server", async () => {
    await tellStandIns("dnsPorts", ["51820"]);
    expect((await apply("-WhatIf")).result).toMatchObject({ state: "failed", exitCode: 1603 });
    const { result, stdout } = await apply("-WhatIf -RestartDns IfNeeded");
    expect(result).toMatchObject({ state: "drift", exitCode: 1 });
    expect(stdout).toContain("Stop and start the DNS Server");
    expect(await changes()).toEqual([]);
  });

  it("changes nothing, and stops nothing, where -Confirm is declined", async () => {
    await tellStandIns("dnsPorts", ["51820"]);
    const before = await dnsProcesses();
    const { result } = await run("-Confirm -RestartDns IfNeeded", { script, confirm: "no" });
    expect(result).toMatchObject({ state: "drift", exitCode: 0 });
    expect(await dnsProcesses()).toEqual(before);
  });

  it("is refused where Windows itself keeps it", async () => {
    await setLists(["51800-51899"]);
    const { result } = await apply();
    expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
    expect(result.message).toContain("ipv4 51800-51899 WinNAT");
    expect(await changes()).toEqual([]);
  });
});

it("where netsh fails half-way, what was added is taken away, and the DNS Server runs again", async () => {
  await tellStandIns("dnsPorts", ["51820"]);
  await tellStandIns("fail", ["netsh interface ipv6 add=1"]);
  const { result } = await apply("-RestartDns IfNeeded");
  expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(await lists()).toEqual([[], []]);
  expect(await dnsProcesses()).toHaveLength(1);
});

it("a Windows whose netsh has no such lists ends with 50, and nothing is changed", async () => {
  await tellStandIns("fail", ["show excludedportrange=1"]);
  for (const args of ["", "-Action Test", "-Action Restore"]) {
    expect((await apply(args)).result).toMatchObject({ state: "notApplicable", exitCode: 50 });
  }
});

it("a Windows without a DNS Server gets them too, since other programs draw ports at random there", async () => {
  await (await sharedHost("windows")).registry.deleteKey(dnsExclusions.key.replace("\\Parameters", ""));
  expect((await apply()).result).toMatchObject({ state: "changed", exitCode: 0 });
  expect(await lists()).toEqual([own, own]);
});

it("what somebody else changed since is told, and restored with -Force alone", async () => {
  await apply();
  await setLists([...own, "61000-61000*"]);
  const { result } = await apply("-Action Restore");
  expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(result.message).toContain("ipv4 61000-61000");
  expect((await apply("-Action Restore -Force")).result).toMatchObject({ state: "restored" });
  expect(await lists()).toEqual([[], []]);
});

it("killed before each program that it starts, the next run ends with the same lists, and Restore where it began", async () => {
  await tellStandIns("dnsPorts", ["51820"]);
  const { stops = [] } = await run("-RestartDns IfNeeded", { script, stops: true });
  const lock = stops.find(({ text }) => text.includes("\\lock"))?.n ?? 0;
  const points = stops.filter(({ n, text }) => n > lock && text.includes("]::Start("));
  expect(points.length).toBeGreaterThan(10);
  for (const { n } of sample(points, 8)) {
    await freshMachine();
    await tellStandIns("dnsPorts", ["51820"]);
    await setLists(["52312-52312*"], []);
    const victim = await startHost("windows");
    await victim.runToStop(await placeScript(script, "windows"), n, {
      arguments: ["-RestartDns", "IfNeeded"],
    });
    await victim.kill();
    expect((await apply("-RestartDns IfNeeded")).result).toMatchObject({ exitCode: 0, warnings: [] });
    expect(await lists()).toEqual([["51820-51820*", "52311-52311*", "52312-52312*"], own]);
    expect(await dnsProcesses()).toHaveLength(1);
    expect(await askStandIns("tasks")).toEqual([]);
    expect((await apply("-Action Restore")).result).toMatchObject({ state: "restored", exitCode: 0 });
    expect(await lists()).toEqual([["52312-52312*"], []]);
  }
}, 600_000);
