import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { toUnix } from "../rig/prefix.ts";
import { elsewhere, freshMachine, storePath } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";

it("a link in the place of the store: 1603, and nothing is written, behind it or elsewhere", async () => {
  await freshMachine([]);
  const target = join(toUnix(elsewhere), "target");
  mkdirSync(target);
  symlinkSync(target, storePath());
  expect((await runUnchanged()).result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(readdirSync(target)).toEqual([]);
  rmSync(storePath());
  expect((await run()).result).toMatchObject({ state: "changed", exitCode: 3010 });
});

it("a store that everybody could write to before is closed", async () => {
  await freshMachine([]);
  mkdirSync(storePath());
  chmodSync(storePath(), 0o777);
  await run();
  // Wine shows permissions as those of Unix, roughly.
  expect(statSync(storePath()).mode & 0o002).toBe(0);
});
