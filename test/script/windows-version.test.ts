import { afterAll, describe, expect, it } from "vitest";
import type { Recipe } from "../../src/plan/choice.ts";
import { sharedHost } from "../rig/shared.ts";
import { dnsExclusions } from "./backend.ts";
import { freshMachine, versionKey } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor, wanted } from "./script.ts";

const someProduct = scriptFor({ products: ["ias"] });
const byName = ["CurrentMajorVersionNumber", "CurrentMinorVersionNumber"] as const;

afterAll(() => setVersion("5.2"));

describe("a Windows that does not read the value ends every action with 50", () => {
  it.each(["6.0", "6.1", "6.2", "6.3", "10.0", "4.0", "15.2", ""])("%s", async (version) => {
    await freshMachine([]);
    await setVersion(version);
    for (const args of ["", "-Action Test", "-WhatIf", "-Action Restore"]) {
      expect((await runUnchanged(args)).result).toMatchObject({ state: "notApplicable", exitCode: 50 });
    }
  });

  it("10.0, which calls itself 6.3", async () => {
    await freshMachine([]);
    await setVersion("6.3");
    const { registry } = await sharedHost("windows");
    for (const name of byName) await registry.set(versionKey, name, "DWord", name === byName[0] ? 10 : 0);
    expect((await runUnchanged()).result).toMatchObject({ state: "notApplicable", exitCode: 50 });
    for (const name of byName) await registry.delete(versionKey, name);
  });
});

describe("a script that chooses on the machine", () => {
  const auto = { script: scriptFor({ ports: ["51820"] }) };

  it.each(["6.0", "4.0", "15.2", ""])(
    "ends with 50 on Windows %s, which has neither way",
    async (version) => {
      await freshMachine([]);
      await setVersion(version);
      expect((await runUnchanged("", auto)).result).toMatchObject({ state: "notApplicable", exitCode: 50 });
    },
  );

  it.each(["6.1", "6.2", "6.3"])("takes the DNS Server's list on Windows %s", async (version) => {
    await freshMachine([]);
    const { registry } = await sharedHost("windows");
    await registry.set(dnsExclusions.key.replace("\\Parameters", ""), "Start", "DWord", 2);
    await registry.createKey(dnsExclusions.key);
    await setVersion(version);
    const { result } = await runUnchanged("-Action Test", auto);
    expect(result).toMatchObject({ backend: "dns-exclusions", state: "drift", exitCode: 1 });
  });

  it("takes ReservedPorts on Server 2003", async () => {
    await freshMachine([]);
    await setVersion("5.2");
    expect((await runUnchanged("-Action Test", auto)).result).toMatchObject({
      backend: "reserved-ports",
      exitCode: 1,
    });
  });
});

describe("where no DNS Server is installed", () => {
  const cases: [backend: Recipe["backend"], version: string, backend: string, outcome: object][] = [
    ["reserved-ports", "5.2", "reserved-ports", { state: "changed", exitCode: 3010 }],
    ["auto", "5.2", "reserved-ports", { state: "changed", exitCode: 3010 }],
    ["dns-exclusions", "6.3", "dns-exclusions", { state: "notApplicable", exitCode: 50 }],
    ["auto", "6.3", "dns-exclusions", { state: "notApplicable", exitCode: 50 }],
  ];

  it.each(cases)(
    "a script for %s ends on Windows %s by %s so: %j",
    async (chosen, version, backend, outcome) => {
      await freshMachine([]);
      await setVersion(version);
      await (await sharedHost("windows")).registry.deleteKey(dnsExclusions.key.replace("\\Parameters", ""));
      const script = scriptFor({ ports: ["51820"], backend: chosen });
      const { result } = await run("", { script });
      expect(result).toMatchObject({ backend, ...outcome });
      expect(result.message.includes("No DNS Server")).toBe(result.exitCode === 50);
    },
  );
});

describe("a Windows that reads it", () => {
  it.each(["5.0", "5.1", "5.2"])("%s", async (version) => {
    await freshMachine([]);
    await setVersion(version);
    expect((await run("", { script: someProduct })).result).toMatchObject({ exitCode: 3010, warnings: [] });
  });

  it("is warned of a script made for another one, and gets all that was chosen", async () => {
    await freshMachine([]);
    await setVersion("5.1");
    const { result } = await run();
    expect(result).toMatchObject({
      exitCode: 3010,
      added: wanted,
      warnings: [expect.stringContaining("5.1")],
    });
  });
});

async function setVersion(version: string): Promise<void> {
  const { registry } = await sharedHost("windows");
  await registry.set(versionKey, "CurrentVersion", "String", version);
}
