import { describe, expect, it } from "vitest";
import { freshMachine, pretendRestart, readList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor } from "./script.ts";

const ias = scriptFor({ products: ["ias"] });
const ipsec = scriptFor({ products: ["ipsec"] });
const own = scriptFor({ ports: ["5000-5010=backup agent", "1647"], os: "windows-server-2003" });

describe.each([
  ["a list", ["3343-3343", "x"]],
  ["an empty list", []],
  ["no value", undefined],
])("several scripts after one another, from %s", (_, original) => {
  it("keep what the others reserved, and Restore of any leads to the very first state", async () => {
    await freshMachine(original);
    const extra = original ?? [];
    await run("", { script: ias });
    await pretendRestart();
    expect(await readList()).toEqual(sorted(["1645-1646", "1812-1813", ...extra]));
    await run("", { script: ipsec });
    expect(await readList()).toEqual(sorted(["1645-1646", "1812-1813", "4500-4500", ...extra]));
    const { result } = await run("", { script: own });
    expect(result).toMatchObject({
      state: "changed",
      warnings: original?.includes("x") ? [expect.any(String)] : [],
    });
    expect(await readList()).toEqual(sorted(["1645-1647", "1812-1813", "4500-4500", "5000-5010", ...extra]));
    await runUnchanged("", { script: ias });
    expect((await run("-Action Restore", { script: ipsec })).result).toMatchObject({
      state: "restored",
      exitCode: 3010,
    });
    expect(await readList()).toEqual(original ?? null);
    await runUnchanged("-Action Restore", { script: ias });
  });
});

it("after Restore the next Apply begins a new chain", async () => {
  await freshMachine(["3343-3343"]);
  await run("", { script: ias });
  await run("-Action Restore", { script: ias });
  await run("", { script: ipsec });
  await run("-Action Restore", { script: ias });
  expect(await readList()).toEqual(["3343-3343"]);
});

// Ranges ascending, then the rest.
function sorted(entries: string[]): string[] {
  return entries.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b));
}
