import { beforeEach, describe, expect, it } from "vitest";
import { freshMachine, setList } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { wanted } from "./script.ts";

// Stand-in: every account of Wine is an administrator, so the script asks for Backup Operators (551), 7 more than Administrators.
const replace = [["IsInRole(", "IsInRole(7+"]] as const;

beforeEach(() => freshMachine([]));

describe("without an administrator's rights", () => {
  it("Apply and Restore end with 5", async () => {
    const refused = { state: "failed", exitCode: 5 };
    expect((await runUnchanged("", { replace })).result).toMatchObject(refused);
    expect((await runUnchanged("-Action Restore", { replace })).result).toMatchObject(refused);
    await setList(wanted);
    expect((await runUnchanged("", { replace })).result).toMatchObject(refused);
    await setList([]);
    await run();
    expect((await runUnchanged("-Action Restore", { replace })).result).toMatchObject(refused);
  });

  it("Test and WhatIf work, and say what they could not see", async () => {
    for (const args of ["-Action Test", "-WhatIf"]) {
      const { result } = await runUnchanged(args, { replace });
      expect(result).toMatchObject({
        state: "drift",
        exitCode: 1,
        added: wanted,
        warnings: [expect.any(String)],
      });
    }
    await setList(wanted);
    const { result } = await runUnchanged("-Action Test", { replace });
    expect(result).toMatchObject({ state: "compliant", exitCode: 0, warnings: [expect.any(String)] });
  });
});

it("with them nothing is left unseen", async () => {
  expect((await runUnchanged("-Action Test")).result).toMatchObject({ warnings: [] });
});
