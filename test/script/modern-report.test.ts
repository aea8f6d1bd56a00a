import { beforeEach, describe, expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { dnsExclusions, reservedPorts, useBackend } from "./backend.ts";
import { dnsProcesses, tellStandIns } from "./dns-server.ts";
import { freshMachine, setList } from "./machine.ts";
import { runUnchanged } from "./run.ts";
import { scriptFor } from "./script.ts";

// Stand-ins for netsh, netstat and the DNS Server.
useBackend(dnsExclusions);

const script = scriptFor({ products: ["wireguard", "bigfix", "nps"] });
const report = async () => (await runUnchanged("-Action Report", { script })).result.findings;

beforeEach(() => freshMachine());

describe.each(["en", "nl", "de", "fr"])("netsh in %s", (language) => {
  it("tells the ports that are drawn from, and so the odds", async () => {
    await tellStandIns("language", language);
    await setList(["52311-52311"]);
    const findings = await report();
    expect(findings).toEqual(
      expect.arrayContaining([
        "DynamicPorts 49152 65535",
        "Pool 2500 49152 65535",
        "RangeReserved 52311-52311 BigFix (BigFix forum 23004)",
        // 2,500 of 16,384 ports.
        "RangeAtRisk 51820-51820 WireGuard (WgServerforWindows 188) 15.3",
        "RangeOutside 1812-1813 NPS (KB 832017)",
      ]),
    );
    expect(findings.join()).not.toContain("MaxUserPort");
  });
});

it("a moved range and another size of the pool count", async () => {
  await tellStandIns("dynamicPorts", "1025 58976");
  const { registry } = await sharedHost("windows");
  await registry.set(dnsExclusions.key, "SocketPoolSize", "DWord", 10_000);
  const findings = await report();
  expect(findings).toContain("Pool 10000 1025 60000");
  // 1 - (1 - 10000/58976) * (1 - 10000/58975).
  expect(findings).toContain("RangeAtRisk 1812-1813 NPS (KB 832017) 31.0");
});

it("who has a port now is named, and what Windows itself keeps is told apart from what was excluded", async () => {
  const [pid] = await dnsProcesses();
  await tellStandIns("dnsPorts", ["51820", "1700"]);
  await tellStandIns("ipv4", ["51800-51819", "52300-52399", "61000-61000*"]);
  const findings = await report();
  expect(findings.filter((text) => text.startsWith("InUse"))).toEqual([
    "InUse ipv4 52300-52399 WinNAT",
    `InUse 51820 dns ${pid}`,
  ]);
  expect(findings).toContain("Elsewhere os-exclusions ipv4 61000-61000");
});

it("a program that says more than a megabyte is read to its end", async () => {
  const open = Array.from({ length: 20_000 }, (_, index) => `${index} 4`);
  await tellStandIns("open", [...open, "51820 4"]);
  expect((await report()).join()).toMatch(/InUse 51820 \S+ 4/);
});

it("what another method left when Windows was upgraded is told", async () => {
  const { registry } = await sharedHost("windows");
  await registry.set(reservedPorts.key, reservedPorts.valueName, "MultiString", ["1645-1646", "3343-3343"]);
  expect(await report()).toContain("Elsewhere reserved-ports 1645-1646, 3343-3343");
  await registry.delete(reservedPorts.key, reservedPorts.valueName);
});

it("the service of the Network Policy Server is named by the product that this Windows has, or that was chosen", async () => {
  const { registry } = await sharedHost("windows");
  const key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\IAS";
  await registry.deleteKey(key);
  expect(await report()).toContain("NotFound nps IAS");
  await registry.set(key, "Start", "DWord", 2);
  const { result } = await runUnchanged("-Action Report", { script: scriptFor({ products: ["wireguard"] }) });
  expect(result.findings).toContain("NotChosen nps IAS");
  await registry.deleteKey(key);
});

it("what would leave the DNS Server less than twice what it draws is refused, by netsh's range", async () => {
  await setList([]);
  // Of 51,000 to 56,001, two are wanted.
  await tellStandIns("dynamicPorts", "51000 5002");
  expect((await runUnchanged("-WhatIf", { script })).result).toMatchObject({ exitCode: 1, state: "drift" });
  await tellStandIns("dynamicPorts", "51000 5001");
  expect((await runUnchanged("", { script })).result).toMatchObject({ exitCode: 87, state: "failed" });
});

it("what cannot be seen is said, and the rest of the report stands", async () => {
  await tellStandIns("fail", ["netstat=1"]);
  const findings = await report();
  expect(findings.some((text) => text.startsWith("Unseen"))).toBe(true);
  expect(findings).toContain("UntilRestart");
});
