import { beforeEach, describe, expect, test } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { freshMachine, parametersKey, setList } from "./machine.ts";
import { runUnchanged } from "./run.ts";
import { scriptFor } from "./script.ts";

const dns = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\DNS";

async function number(key: string, name: string, value: number): Promise<void> {
  await (await sharedHost("windows")).registry.set(key, name, "DWord", value);
}

beforeEach(async () => {
  await freshMachine();
  await number(dns, "Start", 2);
  await number(`${dns}\\Parameters`, "SocketPoolSize", 2500);
});

test("what would leave the DNS Server less than twice what it draws is refused", async () => {
  // 1024 to 6030 are 5,007 ports, and the script wants 7 of them.
  await number(parametersKey, "MaxUserPort", 6030);
  expect((await runUnchanged("-WhatIf")).result).toMatchObject({ exitCode: 1, state: "drift" });
  await number(parametersKey, "MaxUserPort", 6029);
  expect((await runUnchanged()).result).toMatchObject({ exitCode: 87, state: "failed" });
  expect((await runUnchanged("-WhatIf")).result).toMatchObject({ exitCode: 87, state: "failed" });
});

test("SocketPoolSize says what it draws, and without a DNS Server nothing is kept for it", async () => {
  await number(parametersKey, "MaxUserPort", 6029);
  await number(`${dns}\\Parameters`, "SocketPoolSize", 2000);
  expect((await runUnchanged("-WhatIf")).result.exitCode).toBe(1);
  await number(`${dns}\\Parameters`, "SocketPoolSize", 2500);
  await number(dns, "Start", 4);
  expect((await runUnchanged("-WhatIf")).result.exitCode).toBe(1);
});

test("what would leave ordinary programs less than 1,000 ports is refused, what others reserved included", async () => {
  await (await sharedHost("windows")).registry.delete(parametersKey, "MaxUserPort");
  const script = scriptFor({ ports: ["4996-5000"] });
  await setList(["1025-3995"]);
  expect((await runUnchanged("-WhatIf", { script })).result.exitCode).toBe(1);
  await setList(["1025-3996"]);
  expect((await runUnchanged("", { script })).result).toMatchObject({ exitCode: 87, state: "failed" });
});

test("Test and Report still tell", async () => {
  await number(parametersKey, "MaxUserPort", 6029);
  expect((await runUnchanged("-Action Test")).result).toMatchObject({ exitCode: 1, state: "drift" });
  const { result } = await runUnchanged("-Action Report");
  expect(result.findings).toContain("TooFewForDns 4999 5000");
});

describe("where there was too little room before, no choice is refused, and what to raise is told", () => {
  test.each([
    ["the DNS Server's, by a small MaxUserPort", 5000, 2500, "1024-5000 are free: 3977, not 5000."],
    ["the DNS Server's, by a large SocketPoolSize", 20_000, 10_000, "1024-20000 are free: 18977, not 20000."],
    ["ordinary programs'", 1900, 0, "1025-1900 are free: 876, not 1000."],
  ])("%s", async (_, maxUserPort, socketPoolSize, words) => {
    await number(parametersKey, "MaxUserPort", maxUserPort);
    await number(`${dns}\\Parameters`, "SocketPoolSize", socketPoolSize);
    const { result } = await runUnchanged("-WhatIf");
    expect(result).toMatchObject({ exitCode: 1, state: "drift", warnings: [expect.stringContaining(words)] });
    const { findings } = (await runUnchanged("-Action Report")).result;
    const [, low, high, free, needed] = /^(\d+)-(\d+) are free: (\d+), not (\d+)/.exec(words) ?? [];
    expect(findings).toContain(`SmallPool ${low} ${high} ${free} ${needed}`);
  });
});

test("where nothing is missing, nothing is refused", async () => {
  await number(parametersKey, "MaxUserPort", 5000);
  await setList(["1645-4500"]);
  expect((await runUnchanged()).result).toMatchObject({ exitCode: 0, state: "compliant" });
});
