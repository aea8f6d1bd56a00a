import { beforeEach, describe, expect, it } from "vitest";
import type { Choice } from "../../src/plan/choice.ts";
import { freshMachine, onWindows, pretendRestart } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";
import { scriptFor } from "./script.ts";

const products = ["sbs-2003-standard"];

beforeEach(() => freshMachine([]));

describe("a variable takes the place of a parameter that is not given", () => {
  it("PORTKEEP_ACTION", async () => {
    const { result } = await runUnchanged("", { environment: { PORTKEEP_ACTION: "Test" } });
    expect(result).toMatchObject({ action: "Test", exitCode: 1, environment: ["PORTKEEP_ACTION"] });
  });

  it.skipIf(onWindows)("PORTKEEP_REBOOT and PORTKEEP_REBOOTDELAYSECONDS", async () => {
    const environment = { PORTKEEP_REBOOT: "IfNeeded", PORTKEEP_REBOOTDELAYSECONDS: "90" };
    const { result, stdout } = await run("-Verbose", { environment });
    expect(result).toMatchObject({ exitCode: 1641, environment: Object.keys(environment) });
    expect(stdout).toContain(" -t 90 ");
  });

  it("PORTKEEP_REBOOTEXITCODE", async () => {
    const { result } = await run("", { environment: { PORTKEEP_REBOOTEXITCODE: "0" } });
    expect(result).toMatchObject({
      exitCode: 0,
      restart: "machine",
      environment: ["PORTKEEP_REBOOTEXITCODE"],
    });
  });

  it("PORTKEEP_RESTARTDNS", async () => {
    const { result } = await run("", { environment: { PORTKEEP_RESTARTDNS: "IfNeeded" } });
    expect(result).toMatchObject({ exitCode: 3010, environment: ["PORTKEEP_RESTARTDNS"] });
  });

  it("in any case of letters, with blanks around", async () => {
    const { result } = await runUnchanged("", { environment: { PORTKEEP_ACTION: " tEST " } });
    expect(result).toMatchObject({ action: "Test", exitCode: 1 });
  });
});

describe("what counts first", () => {
  const script = scriptFor({ products, action: "Test" });

  it("is the settings, where nothing else says something", async () => {
    expect((await runUnchanged("", { script })).result).toMatchObject({ action: "Test", environment: [] });
    expect((await runUnchanged("", { script, environment: { PORTKEEP_ACTION: "" } })).result).toMatchObject({
      action: "Test",
      environment: [],
    });
  });

  it("is the environment before the settings", async () => {
    const { result } = await run("", { script, environment: { PORTKEEP_ACTION: "Apply" } });
    expect(result).toMatchObject({ action: "Apply", state: "changed", environment: ["PORTKEEP_ACTION"] });
  });

  it("is the parameter before both", async () => {
    const { result } = await run("-Action Apply", { script, environment: { PORTKEEP_ACTION: "Restore" } });
    expect(result).toMatchObject({ action: "Apply", state: "changed", environment: [] });
  });

  const before: [args: string, environment: Record<string, string>, exitCode: number][] = [
    ["-Reboot Never", { PORTKEEP_REBOOT: "IfNeeded" }, 3010],
    ["-Reboot IfNeeded", { PORTKEEP_REBOOT: "Never" }, 1641],
    ["-RebootExitCode 3010", { PORTKEEP_REBOOTEXITCODE: "0" }, 3010],
    ["-RebootExitCode 0", { PORTKEEP_REBOOTEXITCODE: "3010" }, 0],
  ];
  for (const [args, environment, exitCode] of before) {
    it.skipIf(onWindows && args.startsWith("-Reboot "))(`is ${args} before the environment`, async () => {
      expect((await run(args, { environment })).result).toMatchObject({ exitCode, environment: [] });
    });
  }

  const settings: [choice: Choice, environment: Record<string, string>, exitCode: number][] = [
    [{ reboot: "IfNeeded" }, {}, 1641],
    [{ reboot: "IfNeeded" }, { PORTKEEP_REBOOT: "Never" }, 3010],
    [{ rebootExitCode: 0 }, {}, 0],
    [{ rebootExitCode: 0 }, { PORTKEEP_REBOOTEXITCODE: "3010" }, 3010],
  ];
  for (const [choice, environment, exitCode] of settings) {
    const title = `of settings ${JSON.stringify(choice)} and environment ${JSON.stringify(environment)}`;
    it.skipIf(onWindows && choice.reboot)(title, async () => {
      const { result } = await run("", { script: scriptFor({ products, ...choice }), environment });
      expect(result).toMatchObject({ exitCode, environment: Object.keys(environment) });
    });
  }
});

it("no other variable is read", async () => {
  const names = [
    "BACKUPDIRECTORY",
    "LOGFILE",
    "FORCE",
    "WHATIF",
    "CONFIRM",
    "VERBOSE",
    "UNKNOWN",
    "PRODUCT",
    "PORT",
  ];
  const environment = Object.fromEntries(names.map((name) => [`PORTKEEP_${name}`, "nonsense"]));
  await run();
  await pretendRestart();
  expect((await run("-Action Restore", { environment })).result).toMatchObject({
    state: "restored",
    environment: [],
  });
  expect((await run("", { environment })).result).toMatchObject({
    state: "changed",
    exitCode: 0,
    environment: [],
  });
});
