import { beforeAll, describe, expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { backend, registryBackends, useBackend } from "./backend.ts";
import { freshMachine } from "./machine.ts";
import { utf16 } from "./multi-string.ts";
import { run, runUnchanged } from "./run.ts";

const text = utf16("1645-1646\0");
const types: [name: string, type: number, bytes: Uint8Array][] = [
  ["REG_NONE", 0, text],
  ["REG_SZ", 1, text],
  ["REG_EXPAND_SZ", 2, text],
  ["REG_BINARY", 3, text],
  ["REG_DWORD", 4, Uint8Array.of(1, 2, 3, 4)],
  ["REG_DWORD_BIG_ENDIAN", 5, Uint8Array.of(1, 2, 3, 4)],
  ["REG_LINK", 6, text],
  ["REG_RESOURCE_LIST", 8, text],
  ["REG_QWORD", 11, new Uint8Array(8)],
  ["REG_SZ of no bytes", 1, new Uint8Array()],
];

const cases = registryBackends.flatMap((backend) =>
  types.map(([name, type, bytes]) => ({ id: backend.id, backend, name, type, bytes })),
);

describe.each(cases)("$id: a value of type $name ends every action with 13", ({ backend, type, bytes }) => {
  beforeAll(() => useBackend(backend));

  const refused = { state: "failed", exitCode: 13 };

  it("before the first Apply", async () => {
    await freshMachine();
    await setType(type, bytes);
    for (const args of ["", "-Action Test", "-WhatIf", "-Action Restore", "-Action Restore -Force"]) {
      expect((await runUnchanged(args)).result).toMatchObject(refused);
    }
  });

  it("after it", async () => {
    await freshMachine(["1-2"]);
    await run();
    await setType(type, bytes);
    for (const args of ["", "-Action Test", "-Action Restore", "-Action Restore -Force"]) {
      expect((await runUnchanged(args)).result).toMatchObject(refused);
    }
  });
});

async function setType(type: number, bytes: Uint8Array): Promise<void> {
  const { registry } = await sharedHost("windows");
  await registry.setRaw(backend.key, backend.valueName, type, bytes);
}
