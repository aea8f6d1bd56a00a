import { beforeEach, describe, expect, test } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { freshMachine, parametersKey, setList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor, wanted } from "./script.ts";

const services = "HKLM\\SYSTEM\\CurrentControlSet\\Services";
const names = ["DNS", "IAS", "RemoteAccess", "PolicyAgent", "fwsrv"];

/** Makes a service known to Windows; 2 starts by itself, 4 is disabled. */
async function service(name: string, start: number): Promise<void> {
  await (await sharedHost("windows")).registry.set(`${services}\\${name}`, "Start", "DWord", start);
}

async function maxUserPort(value?: number): Promise<void> {
  const { registry } = await sharedHost("windows");
  if (value === undefined) await registry.delete(parametersKey, "MaxUserPort");
  else await registry.set(parametersKey, "MaxUserPort", "DWord", value);
}

const report = (options = {}) => runUnchanged("-Action Report", options);

beforeEach(async () => {
  await freshMachine();
  await maxUserPort();
  for (const name of names) await (await sharedHost("windows")).registry.deleteKey(`${services}\\${name}`);
});

/** The chance that some of `ports` are among `draws` out of `size`, in per cent, by exact whole numbers. */
function exactOdds(size: number, ports: number, draws: number): number {
  let [missed, all] = [1n, 1n];
  for (let draw = 0; draw < draws; draw++) {
    missed *= BigInt(size - ports - draw);
    all *= BigInt(size - draw);
  }
  return Number(((all - missed) * 1_000_000n) / all) / 10_000;
}

describe("the odds of a range", () => {
  test.each([
    ["60000, as Exchange and SBS set it", 60_000, 58_977],
    ["65535, as ISA sets it", 65_535, 64_512],
    ["5000", 5000, 3977],
  ])("with MaxUserPort %s", async (_, value, size) => {
    await service("DNS", 2);
    await maxUserPort(value);
    const { result, exitCode } = await report();
    expect(exitCode).toBe(1);
    for (const range of ["1701-1701", "1812-1813"]) {
      const finding = result.findings.find((text) => text.startsWith(`RangeAtRisk ${range}`)) ?? "";
      const ports = range === "1812-1813" ? 2 : 1;
      expect(Number(finding.split(" ").at(-1))).toBeCloseTo(exactOdds(size, ports, 2500), 0);
    }
  });

  test("follow SocketPoolSize", async () => {
    await service("DNS", 2);
    await maxUserPort(60_000);
    await (await sharedHost("windows")).registry.set(
      `${services}\\DNS\\Parameters`,
      "SocketPoolSize",
      "DWord",
      10_000,
    );
    const { result } = await report();
    expect(result.findings).toContain("Pool 10000 1024 60000");
    expect(result.findings).toContain(
      `RangeAtRisk 1701-1701 L2TP (KB 956189) ${exactOdds(58_977, 1, 10_000).toFixed(1)}`,
    );
  });

  test("are certain where the DNS Server takes all there is, however odd the values", async () => {
    await service("DNS", 2);
    for (const value of [1, 1024, 1900]) {
      await maxUserPort(value);
      const { result, exitCode } = await report();
      expect(exitCode).toBe(1);
      const atRisk = result.findings.filter((text) => text.startsWith("RangeAtRisk"));
      expect(atRisk.every((text) => text.endsWith(" 100.0"))).toBe(true);
      expect(atRisk).toHaveLength(value === 1900 ? 3 : 0);
    }
  });

  test("are none without MaxUserPort, since the DNS Server then stays above 49151", async () => {
    await service("DNS", 2);
    const { result } = await report();
    expect(result.findings).toContain("MaxUserPort0 0");
    expect(result.findings).toContain("Pool 2500 49152 65535");
    expect(result.findings).toContain("RangeOutside 1701-1701 L2TP (KB 956189)");
    expect(result.findings.join()).not.toContain("AtRisk");
  });
});

test("MaxUserPort is told", async () => {
  await maxUserPort(60_000);
  expect((await report()).result.findings).toContain("MaxUserPort 60000");
});

test("a machine where all is well is compliant, and every range is reserved", async () => {
  await service("DNS", 2);
  for (const name of ["IAS", "RemoteAccess", "PolicyAgent"]) await service(name, 2);
  await maxUserPort(60_000);
  await setList(wanted);
  const { result, exitCode } = await report();
  expect({ exitCode, state: result.state }).toEqual({ exitCode: 0, state: "compliant" });
  expect(result.findings).toHaveLength(2 + wanted.length);
  expect(result.findings.filter((text) => text.startsWith("RangeReserved"))).toHaveLength(wanted.length);
});

test("what others reserved is named, and entries that Windows does not reserve properly are counted", async () => {
  await setList(["3343-3343", "1645-1645", "1646-1646", "not a range"]);
  const { result } = await report();
  expect(result.findings).toContain("OthersReserved 3343-3343");
  expect(result.findings).toContain("Neighbours 1");
  expect(result.warnings.join()).toContain("not a range");
});

test("services that are here and not chosen, or chosen and not here, are named; a disabled one is not here", async () => {
  await service("IAS", 2);
  await service("PolicyAgent", 4);
  await service("fwsrv", 2);
  const { result } = await report({ script: scriptFor({ products: ["ipsec"] }) });
  expect(result.findings).toContain("NotChosen ias IAS");
  expect(result.findings).toContain("NotChosen isa-2000|isa-2004 fwsrv");
  expect(result.findings).toContain("NotFound ipsec PolicyAgent");
  expect(result.findings.join()).not.toContain("l2tp");
});

describe("where there is no DNS Server it says so, and nothing of its starts", () => {
  test.each([
    ["since it is not installed", undefined],
    ["since it is disabled", 4],
  ])("%s", async (_, start) => {
    if (start !== undefined) await service("DNS", start);
    await maxUserPort(60_000);
    await setList(["1645-1646"]);
    const { result, exitCode } = await report();
    expect(exitCode).toBe(1);
    expect(result.findings).toEqual(
      expect.arrayContaining([
        "NoDns",
        "RangeReserved 1645-1646 IAS (KB 956189)",
        "RangeOutside 1701-1701 L2TP (KB 956189)",
      ]),
    );
    expect(result.findings.join()).not.toMatch(/AtRisk|Pool|UntilRestart/);
  });

  test("also of a restart that is pending", async () => {
    await run();
    const { result, exitCode } = await report();
    expect({ exitCode, restart: result.restart }).toEqual({ exitCode: 3010, restart: "machine" });
    expect(result.findings).not.toContain("UntilRestart");
  });
});

test("a pending restart is told, with what to do until then", async () => {
  await service("DNS", 2);
  await run();
  const { result, exitCode } = await report();
  expect({ exitCode, restart: result.restart }).toEqual({ exitCode: 3010, restart: "machine" });
  expect(result.findings).toContain("UntilRestart");
});

test("the text is the same in both languages, and holds every finding", async () => {
  await service("DNS", 2);
  await maxUserPort(60_000);
  const english = await report();
  const dutch = await report({ script: scriptFor({ products: ["sbs-2003-standard"], locale: "nl" }) });
  expect(dutch.result.findings).toEqual(english.result.findings);
  expect(english.stdout).toContain("takes 2500 of the ports 1024-60000");
  expect(dutch.stdout).toContain("2500 van de poorten 1024-60000");
  expect(dutch.result.message).not.toBe(english.result.message);
});
