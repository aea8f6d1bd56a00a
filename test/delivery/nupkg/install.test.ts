import { describe, expect, test } from "vitest";
import { nupkg } from "../../../src/delivery/nupkg/bundle.ts";
import { installScript } from "../../../src/delivery/nupkg/install-script.ts";
import type { Package } from "../../../src/delivery/package.ts";
import { sharedHost } from "../../rig/shared.ts";
import { freshMachine, readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { fileOf } from "../bundle.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { unzip } from "../unzip.ts";
import { installWindowsPowerShell } from "../windows-powershell.ts";
import { install } from "./chocolatey.ts";

await installWindowsPowerShell();
const given = await signedPackage();
const unpack = async (from: Package) => unzip(fileOf(await nupkg(from), "reserve-ports.1.2.3.nupkg"));
const signed = await unpack(given);
const unsigned = await unpack(unsignedPackage());

/** Gives the package with another script, for which it was made. */
async function withScript(script: string) {
  return unpack({ ...unsignedPackage(), script: Buffer.from(script) });
}

const result = (code: number) => `'{"portkeep":"1.0.0","schema":1,"exitCode":${code},"message":""}'`;

test("an installation reserves the ports, and Chocolatey learns of the restart", async () => {
  await freshMachine(["3343-3343"]);
  const ended = await install(unsigned);
  expect(ended).toMatchObject({ exitCode: 3010, stderr: "" });
  expect(ended.stdout).toMatch(/\{"portkeep":.*"exitCode":3010,.*\}\r\n$/);
  expect(await readList()).toEqual([...wanted, "3343-3343"].sort());
});

describe("the code that a script's result tells is the installation's", () => {
  test.each([
    [0, 0],
    [1641, 1641],
    // Chocolatey does not know it, and it is no failure.
    [3011, 0],
  ])("%i comes as %i", async (code, exitCode) => {
    expect(await install(await withScript(`${result(code)}; exit ${code}`))).toMatchObject({
      exitCode,
      stderr: "",
    });
  });
});

describe("an installation fails, with the reason, where", () => {
  const changed = new Map(unsigned).set("tools/reserve-ports.ps1", Buffer.from("'changed'"));

  test.each([
    ["the script is another one", async () => changed, "is not the script that this package was made with"],
    ["PowerShell refuses it, for whose signature there is no judge here", async () => signed, "did not run"],
    ["it gave no result", () => withScript("exit 0"), "did not run"],
    ["it says something after its result", () => withScript(`${result(0)}; 'x'`), "did not run"],
    ["its result tells another code", () => withScript(`${result(0)}; exit 3010`), "did not run"],
    ["it failed", () => withScript(`${result(87)}; exit 87`), "failed with the exit code 87"],
  ])("%s", async (_, made, reason) => {
    await freshMachine(["3343-3343"]);
    const ended = await install(await made());
    expect(ended.exitCode).toBe(-1);
    expect(ended.stdout.trimEnd().split("\r\n").at(-1)).toContain(reason);
    expect(await readList()).toEqual(["3343-3343"]);
  });
});

test("the install script has nothing later than PowerShell 2.0, and only these commands and types", async () => {
  const findings = await (await sharedHost("linux")).lint(installScript(given), {
    allowedCommands: ["Get-AuthenticodeSignature", "ForEach-Object", "Where-Object", "Write-Host"],
    allowedTypes: [
      ...["System.BitConverter", "System.Environment", "System.IO.File", "System.IO.Path"],
      ...["System.Security.Cryptography.SHA256", "string"],
    ],
  });
  expect(findings.map((finding) => finding.text)).toEqual([
    "which command this is cannot be told: & $powershell -NoProfile -NonInteractive -ExecutionPolicy $Payload.Policy -File $path",
  ]);
});
