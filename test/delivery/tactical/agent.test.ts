import { expect, test } from "vitest";
import { tactical } from "../../../src/delivery/tactical/bundle.ts";
import { readCertificates } from "../../../src/signing/certificates/read.ts";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { freshMachine, readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { verifyByOsslsigncode } from "../../signing/oracles/osslsigncode.ts";
import { pki } from "../../signing/pki.ts";
import { installTools } from "../../signing/tools.ts";
import { textOf } from "../bundle.ts";
import { signedPackage } from "../package.ts";
import { installWindowsPowerShell, writeWindowsFile } from "../windows-powershell.ts";

await Promise.all([installTools(), installWindowsPowerShell()]);
const { root } = await pki();
const folder = "C:\\ProgramData\\TacticalRMM";

interface Stored {
  script_body: string;
  env_vars: string[];
}

/** Gives what Tactical's server keeps of the body for its API: a text without blanks and newlines at its ends. */
async function store(newline: "crlf" | "lf" = "crlf"): Promise<Stored> {
  const given = await signedPackage({ products: ["sbs-2003-standard"], newline });
  const { script_body, env_vars } = JSON.parse(textOf(await tactical(given), "script.json")) as Stored;
  return { script_body: script_body.trim(), env_vars };
}

/**
 * Runs it as Tactical's agent does: a temporary file, named without -File, which Windows PowerShell takes for
 * -Command. The stand-in for it has to be told that.
 */
async function runByAgent({ script_body, env_vars }: Stored, args = ""): Promise<Ended> {
  writeWindowsFile(`${folder}\\123.ps1`, Buffer.from(script_body));
  const environment = Object.fromEntries(env_vars.map((text) => text.split("=")));
  const line = `powershell.exe -NonInteractive -NoProfile -ExecutionPolicy Bypass -Command ${folder}\\123.ps1 ${args}`;
  return runLine(line, { folder, environment });
}

function resultOf({ stdout }: Ended): unknown {
  return JSON.parse(stdout.trimEnd().split("\r\n").at(-1) ?? "");
}

test.each(["crlf", "lf"] as const)("the signature survives the way there (%s)", async (newline) => {
  const script = Buffer.from((await store(newline)).script_body);
  const roots = readCertificates(Buffer.from(root.certificatePem));
  const options = { roots, signer: null, integrityOnly: false, allowSha1: false, now: new Date() };
  expect(verifyScript(script, options).findings).toEqual([]);
  expect(await verifyByOsslsigncode(script, { root })).toMatchObject({ ok: true });
});

test("the script reserves the ports, and a restart that is still to come is no failure", async () => {
  await freshMachine(["3343-3343"]);
  const ended = await runByAgent(await store());
  expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
  expect(resultOf(ended)).toMatchObject({ state: "changed", exitCode: 0, rebootRequired: true });
  expect(await readList()).toEqual([...wanted, "3343-3343"].sort());
});

test("ports that are missing are a failure of the action Test, with a result", async () => {
  await freshMachine();
  const ended = await runByAgent(await store(), "-Action Test");
  expect(ended).toMatchObject({ exitCode: 1, stderr: "" });
  expect(resultOf(ended)).toMatchObject({ action: "Test", state: "drift", exitCode: 1 });
});

test("every other failure comes as 1 too, and the result tells it", async () => {
  const ended = await runByAgent(await store(), "-Action Tset");
  expect(ended.exitCode).toBe(1);
  expect(resultOf(ended)).toMatchObject({ state: "failed", exitCode: 87 });
});

test("a script that did not run is a failure without a result", async () => {
  const { script_body, env_vars } = await store();
  // Cut off within a function, so that it cannot be read.
  const end = script_body.indexOf("{", script_body.indexOf("\nfunction ")) + 1;
  const ended = await runByAgent({ script_body: script_body.slice(0, end), env_vars });
  expect(ended.exitCode).toBe(1);
  expect(ended.stdout).not.toContain('{"portkeep"');
});
