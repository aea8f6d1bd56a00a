import { beforeAll, describe, expect, test } from "vitest";
import { intuneRemediation } from "../../../src/delivery/intune-remediation/bundle.ts";
import { runLine } from "../../rig/command-line.ts";
import { runScript } from "../../rig/run.ts";
import { sharedHost } from "../../rig/shared.ts";
import { freshMachine, pretendRestart, readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { installTools } from "../../signing/tools.ts";
import { textOf } from "../bundle.ts";
import { expectAccepted } from "../judges.ts";
import { signedPackage } from "../package.ts";
import { installWindowsPowerShell, powershell, writeWindowsFile } from "../windows-powershell.ts";

await Promise.all([installTools(), installWindowsPowerShell(), sharedHost("linux")]);

const body = JSON.parse(textOf(await intuneRemediation(await signedPackage()), "remediation.json"));

/** What Intune keeps of a run: of the output the last line, of which the last 2,048 characters, and all errors. */
interface Kept {
  exitCode: number;
  output: string;
  error: string;
}

const scriptOf = (name: "detection" | "remediation"): Buffer =>
  Buffer.from(body[`${name}ScriptContent`], "base64");

/** Runs a script of the remediation as Intune does: the decoded bytes as a file, without parameters. */
async function runOnDevice(name: "detection" | "remediation"): Promise<Kept> {
  const { exitCode, stdout, stderr } = await runScript(scriptOf(name));
  return { exitCode, output: lastLine(stdout), error: stderr };
}

function lastLine(stdout: string): string {
  return (stdout.trimEnd().split(/\r?\n/).at(-1) ?? "").slice(-2048);
}

describe.each(["detection", "remediation"] as const)("the %s script out of the body for Graph", (name) => {
  test("has a good signature", () => expectAccepted(scriptOf(name)));
});

describe("a device on which ports are missing", () => {
  const story: Kept[] = [];

  beforeAll(async () => {
    await freshMachine(["3343-3343"]);
    for (const name of ["detection", "remediation", "detection", "remediation"] as const) {
      story.push(await runOnDevice(name));
    }
    await pretendRestart();
    story.push(await runOnDevice("detection"));
  });

  const told = () => story.map(({ output }) => JSON.parse(output));

  test("is detected, remediated, and found in order from then on, before its restart too", () => {
    expect(story.map(({ exitCode }) => exitCode)).toEqual([1, 0, 0, 0, 0]);
  });

  test("has the ports", async () => {
    expect(await readList()).toEqual([...wanted, "3343-3343"].sort());
  });

  test("tells in its last line what was found and done", () => {
    expect(told().map(({ state }) => state)).toEqual([
      "drift",
      "changed",
      "compliant",
      "compliant",
      "compliant",
    ]);
  });

  test("tells there that a restart is needed, until it has restarted", () => {
    expect(told().map(({ rebootRequired }) => rebootRequired)).toEqual([false, true, true, true, false]);
  });

  test("never has anything among its errors, which Intune takes for a failure", () => {
    expect(story.map(({ error }) => error)).toEqual(["", "", "", "", ""]);
  });
});

test("a list of ports too long for a line arrives whole as JSON, though cut", async () => {
  await freshMachine(Array.from({ length: 400 }, (_, n) => `${10_000 + 3 * n}-${10_001 + 3 * n}`));
  const { output } = await runOnDevice("detection");
  expect(JSON.parse(output)).toMatchObject({ state: "drift", truncated: true, valueCount: 400 });
});

test("where a policy refuses the script, Intune gets an error and no result: it did not run", async () => {
  // Under Wine nothing can judge a signature, so AllSigned refuses every script.
  writeWindowsFile("C:\\intune\\detect.ps1", scriptOf("detection"));
  const line = `${powershell} -NoProfile -ExecutionPolicy AllSigned -File detect.ps1`;
  const { exitCode, stdout, stderr } = await runLine(line, { folder: "C:\\intune" });
  expect({ exitCode, output: lastLine(stdout) }).toEqual({ exitCode: 1, output: "" });
  expect(stderr).toContain("cannot be loaded");
});
