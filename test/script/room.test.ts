import { beforeEach, expect, test } from "vitest";
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
  await number(parametersKey, "MaxUserPort", 5000);
  expect((await runUnchanged("-Action Test")).result).toMatchObject({ exitCode: 1, state: "drift" });
  const { result } = await runUnchanged("-Action Report");
  expect(result.findings).toContain("TooFewForDns 3970 5000");
});

test("where nothing is missing, nothing is refused", async () => {
  await number(parametersKey, "MaxUserPort", 5000);
  await setList(["1645-4500"]);
  expect((await runUnchanged()).result).toMatchObject({ exitCode: 0, state: "compliant" });
});
