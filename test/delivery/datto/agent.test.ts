import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Ended } from "../../rig/command-line.ts";
import { toUnix } from "../../rig/prefix.ts";
import { elsewhere, freshMachine, readList, storePath } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { changed } from "../../signing/oracles/samples.ts";
import { pki } from "../../signing/pki.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { installWindowsPowerShell, powershell } from "../windows-powershell.ts";
import { runComponent } from "./agent.ts";
import { type Component, componentOf, judged, scriptName, withScript } from "./components.ts";

await installWindowsPowerShell();

const given = await signedPackage();
const signed = await componentOf(given);
const unsigned = await componentOf(unsignedPackage());
const script = signed.get(scriptName) ?? Buffer.of();
const other = (await signedPackage(undefined, (await pki()).signers.p256)).signer?.raw ?? Buffer.of();

test("a job reserves the ports, and ends with the code by which Datto knows of the restart", async () => {
  await freshMachine(["3343-3343"]);
  const ended = await runComponent(unsigned);
  expect(ended).toMatchObject({ exitCode: 3010, stderr: "" });
  expect(resultOf(ended)).toMatchObject({ state: "changed", exitCode: 3010, rebootRequired: true });
  expect(await readList()).toEqual([...wanted, "3343-3343"].sort());
  expect(copies()).toEqual([]);
});

test("a job's variables reach the script", async () => {
  await freshMachine(["3343-3343"]);
  const ended = await runComponent(unsigned, { PORTKEEP_ACTION: "Test", PORTKEEP_REBOOT: "Never" });
  expect(ended).toMatchObject({ exitCode: 1, stderr: "" });
  const environment = ["PORTKEEP_ACTION", "PORTKEEP_REBOOT"];
  expect(resultOf(ended)).toMatchObject({ action: "Test", state: "drift", exitCode: 1, environment });
  expect(await readList()).toEqual(["3343-3343"]);
});

test("a script runs where Windows says that it is signed by the right signer", async () => {
  const ended = await runComponent(judged(withResult(3010), "Valid", given.signer?.raw ?? null));
  expect(ended).toMatchObject({ exitCode: 3010, stderr: "" });
});

describe("the code that a script's result tells is the job's", () => {
  test.each([
    [1618, 1618],
    // Datto does not know it, and it is no failure.
    [3011, 0],
  ])("%i comes as %i", async (code, exitCode) => {
    const ended = await runComponent(withResult(code));
    expect(ended).toMatchObject({ exitCode, stderr: "" });
    expect(resultOf(ended)).toMatchObject({ exitCode: code });
  });
});

describe("a job fails, with the reason, and nothing is changed, where", () => {
  test.each<[string, Component, string]>([
    ["one byte of the script is another", changedScript(signed), "reserve-ports.ps1 was changed."],
    ["the script is missing", without(signed), "reserve-ports.ps1"],
    [
      "PowerShell refuses the script, for whose signature there is no judge here",
      signed,
      "It gave no result.",
    ],
    [
      "Windows says that it was changed",
      judged(signed, "HashMismatch", given.signer?.raw ?? null),
      "as the test says",
    ],
    ["another has signed it", judged(signed, "Valid", other), " is signed by another: "],
    [
      "the script says something after its result",
      withScript(signed, `${result(0)}; 'and more'`),
      "It gave no result.",
    ],
    ["the result tells another code", withScript(signed, `${result(3010)}; exit 0`), "It gave no result."],
  ])("%s", async (_, component, reason) => {
    await freshMachine(["3343-3343"]);
    const ended = await runComponent(component);
    expect(ended.exitCode).toBe(1603);
    expect(lastLineOf(ended)).toMatch(/^The script did not run: /);
    expect(lastLineOf(ended)).toContain(reason);
    expect(await readList()).toEqual(["3343-3343"]);
    expect(copies()).toEqual([]);
  });

  test("Windows PowerShell is missing", async () => {
    const program = toUnix(powershell);
    renameSync(program, `${program}.away`);
    const ended = await runComponent(unsigned).finally(() => renameSync(`${program}.away`, program));
    expect(ended.exitCode).toBe(1603);
    expect(lastLineOf(ended)).toMatch(/^The script did not run: There is no .*\\powershell\.exe\.$/);
  });

  test("a link stands in the place of the protected folder, through which nothing is written", async () => {
    await freshMachine([]);
    const target = join(toUnix(elsewhere), "target");
    mkdirSync(target);
    symlinkSync(target, storePath());
    const ended = await runComponent(unsigned).finally(() => rmSync(storePath()));
    expect(ended.exitCode).toBe(1603);
    expect(lastLineOf(ended)).toMatch(/^The script did not run: .*portkeep is a link\.$/);
    expect(readdirSync(target)).toEqual([]);
  });
});

test("a folder that everybody could write to before is closed", async () => {
  await freshMachine([]);
  mkdirSync(storePath());
  chmodSync(storePath(), 0o777);
  await runComponent(judged(signed, "NotSigned", null));
  // Wine shows permissions as those of Unix, roughly.
  expect(statSync(storePath()).mode & 0o002).toBe(0);
});

/** Gives PowerShell that says the least that is a result. */
function result(code: number): string {
  return `'{"portkeep":"1.0.0","schema":1,"exitCode":${code},"message":""}'`;
}

function withResult(code: number): Component {
  return withScript(signed, `${result(code)}; exit ${code}`);
}

function changedScript(component: Component): Component {
  return new Map(component).set(scriptName, Buffer.from(changed(script, script.indexOf("1812-1813"))));
}

function without(component: Component): Component {
  const left = new Map(component);
  left.delete(scriptName);
  return left;
}

function lastLineOf({ stdout }: Ended): string {
  return stdout.trimEnd().split("\r\n").at(-1) ?? "";
}

function resultOf(ended: Ended): unknown {
  return JSON.parse(lastLineOf(ended));
}

/** Gives what launchers left in the protected folder. */
function copies(): string[] {
  return existsSync(storePath()) ? readdirSync(storePath()).filter((name) => name.startsWith("datto-")) : [];
}
