import { expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import { type Before, befores } from "../script/before-values.ts";
import { readKey } from "../script/footprint.ts";
import { multiString, parametersKey, readList } from "../script/machine.ts";
import { expectedMerge } from "../script/merge-oracle.ts";
import { wanted } from "../script/script.ts";
import { freshWindows2000, runVbs, runVbsUnchanged } from "./run.ts";

it.each(befores)(
  "checked, applied, applied again and restored: $title",
  async (before) => {
    await prepare(before);
    const list = before.list ?? null;
    const expected = expectedMerge(list ?? [], wanted);
    const after = expected.mustWrite ? expected.after : list;
    const around = await neighbours();
    const pending = expected.mustWrite ? 3010 : 0;
    // All that is seen without an export.
    const seen = expectedMerge(seenOf(list ?? []), wanted);

    expect((await runVbsUnchanged("/Action:Test")).result).toMatchObject({
      state: seen.mustWrite ? "drift" : "compliant",
      exitCode: Number(seen.mustWrite),
    });

    const first = await (seen.mustWrite ? runVbs() : runVbsUnchanged());
    expect(first.result).toMatchObject({
      state: expected.mustWrite ? "changed" : "compliant",
      exitCode: pending,
      added: first.result.truncated ? expect.anything() : expected.missing,
      valueCount: (seen.mustWrite ? (after ?? []) : seenOf(after ?? [])).length,
      warnings: first.result.truncated
        ? expect.anything()
        : expected.unreadable.slice(0, 1).map(() => expect.any(String)),
    });
    expect(await readList()).toEqual(after);

    expect((await runVbsUnchanged()).result).toMatchObject({
      state: "compliant",
      exitCode: pending,
      backup: "",
    });

    const back = await (expected.mustWrite ? runVbs("/Action:Restore") : runVbsUnchanged("/Action:Restore"));
    expect(back.result).toMatchObject({ state: expected.mustWrite ? "restored" : "compliant", exitCode: 0 });
    expect(await readList()).toEqual(list);
    expect(await neighbours()).toEqual(around);
  },
  120_000,
);

// Windows Script Host ends a list at its first empty string.
function seenOf(list: readonly string[]): readonly string[] {
  const end = list.indexOf("");
  return end < 0 ? list : list.slice(0, end);
}

async function prepare({ list, bytes }: Before): Promise<void> {
  await freshWindows2000(list);
  if (!bytes) return;
  const { registry } = await sharedHost("windows");
  await registry.setRaw(parametersKey, "ReservedPorts", multiString, bytes);
}

async function neighbours(): Promise<object> {
  const { [`${parametersKey}\\ReservedPorts`]: _, ...others } = await readKey(parametersKey);
  return others;
}
