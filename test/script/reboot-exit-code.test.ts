import { describe, expect, it } from "vitest";
import { freshMachine, pretendRestart } from "./machine.ts";
import { type Options, run, runUnchanged } from "./run.ts";
import { scriptFor } from "./script.ts";

const products = ["sbs-2003-standard"];
const told = { exitCode: 0, rebootRequired: true, restart: "machine" };

const ways: [title: string, args: string, options: Options][] = [
  ["parameter", "-RebootExitCode 0", {}],
  ["environment", "", { environment: { PORTKEEP_REBOOTEXITCODE: "0" } }],
  ["settings", "", { script: scriptFor({ products, rebootExitCode: 0 }) }],
];

describe.each(ways)("a restart told as 0 by %s", (_, args, options) => {
  it("after a change", async () => {
    await freshMachine([]);
    expect((await run(args, options)).result).toMatchObject({ state: "changed", ...told });
    expect((await runUnchanged(args, options)).result).toMatchObject({ state: "compliant", ...told });
    expect((await runUnchanged(`-Action Test ${args}`, options)).result).toMatchObject({
      state: "compliant",
      ...told,
    });
  });

  it("after a restart was started", async () => {
    await freshMachine([]);
    expect((await run(`-Reboot IfNeeded ${args}`, options)).result).toMatchObject({
      state: "changed",
      ...told,
    });
  });

  it("after Restore", async () => {
    await freshMachine([]);
    await run();
    await pretendRestart();
    expect((await run(`-Action Restore ${args}`, options)).result).toMatchObject({
      state: "restored",
      ...told,
    });
  });

  it("and no other code", async () => {
    await freshMachine([]);
    expect((await runUnchanged(`-Action Test ${args}`, options)).result).toMatchObject({ exitCode: 1 });
    expect((await runUnchanged(`-Action Nothing ${args}`, options)).result).toMatchObject({ exitCode: 87 });
    expect((await runUnchanged(`-Confirm ${args}`, options)).result).toMatchObject({ exitCode: 1603 });
  });
});

it("the parameter counts before the settings", async () => {
  await freshMachine([]);
  const script = scriptFor({ products, rebootExitCode: 0 });
  expect((await run("-RebootExitCode 3010", { script })).result).toMatchObject({ ...told, exitCode: 3010 });
});
