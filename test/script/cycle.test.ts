import { beforeAll, describe, expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { backend, registryBackends, useBackend } from "./backend.ts";
import { type Before, befores } from "./before-values.ts";
import { readKey } from "./footprint.ts";
import { freshMachine, multiString, readList } from "./machine.ts";
import { expectedMerge } from "./merge-oracle.ts";
import { run, runUnchanged } from "./run.ts";
import { sample } from "./sample.ts";
import { wanted } from "./script.ts";

describe.each(registryBackends)("$id: checked, applied, applied again and restored", (chosen) => {
  beforeAll(() => useBackend(chosen));

  // The merge is the same text for both; what differs is tried on each.
  const tried = chosen === registryBackends[0] ? befores : sample(befores, 3);
  for (const before of tried) it(before.title, () => cycle(before));
});

async function cycle(before: Before): Promise<void> {
  await prepare(before);
  const list = before.list ?? null;
  const expected = expectedMerge(list ?? [], wanted);
  const after = expected.mustWrite ? expected.after : list;
  const around = await neighbours();
  const drift = { state: expected.mustWrite ? "drift" : "compliant", exitCode: Number(expected.mustWrite) };
  const pending = expected.mustWrite ? backend.pending.exitCode : 0;

  expect((await runUnchanged("-Action Test")).result).toMatchObject(drift);
  expect((await runUnchanged("-WhatIf")).result).toMatchObject(drift);

  const first = await (expected.mustWrite ? run() : runUnchanged());
  expect(first.result).toMatchObject({
    state: expected.mustWrite ? "changed" : "compliant",
    exitCode: pending,
    added: first.result.truncated ? expect.anything() : expected.missing,
    valueCount: after?.length ?? 0,
    warnings: first.result.truncated
      ? expect.anything()
      : expected.unreadable.slice(0, 1).map(() => expect.any(String)),
  });
  expect(await readList()).toEqual(after);

  expect((await runUnchanged()).result).toMatchObject({ state: "compliant", exitCode: pending, backup: "" });
  expect((await runUnchanged("-Action Test")).result).toMatchObject({
    state: "compliant",
    exitCode: pending,
  });

  const back = await (expected.mustWrite ? run("-Action Restore") : runUnchanged("-Action Restore"));
  expect(back.result).toMatchObject({ state: expected.mustWrite ? "restored" : "compliant", exitCode: 0 });
  expect(await readList()).toEqual(list);

  expect((await runUnchanged("-Action Restore")).result).toMatchObject({ state: "compliant", exitCode: 0 });
  expect(await neighbours()).toEqual(around);
}

async function prepare({ list, bytes }: Before): Promise<void> {
  await freshMachine(list);
  if (!bytes) return;
  const { registry } = await sharedHost("windows");
  await registry.setRaw(backend.key, backend.valueName, multiString, bytes);
  expect(await readList(), "the table says what .NET reads").toEqual(list);
}

async function neighbours(): Promise<object> {
  const { [`${backend.key}\\${backend.valueName}`]: _, ...others } = await readKey(backend.key);
  return others;
}
