import { readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { starter } from "../../../src/delivery/raw/starter.ts";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { toUnix } from "../../rig/prefix.ts";
import { freshMachine, readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { signedPackage, unsignedPackage } from "../package.ts";
import { installWindowsPowerShell, powershell, writeWindowsFile } from "../windows-powershell.ts";

await installWindowsPowerShell();
const plain = "C:\\starter";
const unsigned = unsignedPackage();
const signed = await signedPackage();

/** Runs a starter from the folder of its script, as the one file that a tool is told to run. */
async function start(
  script: string | Uint8Array,
  { folder = plain, given = unsigned, environment = {} } = {},
) {
  writeWindowsFile(`${folder}\\reserve-ports.ps1`, Buffer.from(script));
  writeWindowsFile(`${folder}\\reserve-ports.cmd`, starter(given));
  return runLine("reserve-ports.cmd", { folder, environment });
}

test("it is plain ASCII, and every line ends with CRLF", () => {
  for (const given of [signed, unsigned]) {
    expect(Buffer.from(starter(given)).toString("latin1")).toMatch(/^(?:[ -~]*\r\n)+$/);
  }
});

test("of a signed script, it has PowerShell demand a signature; of another, it cannot", () => {
  const policyOf = (bytes: Uint8Array) => /-ExecutionPolicy (\w+)/.exec(Buffer.from(bytes).toString())?.[1];
  expect([signed, unsigned].map((given) => policyOf(starter(given)))).toEqual(["AllSigned", "Bypass"]);
});

test("it runs the script, which reserves the ports", async () => {
  await freshMachine(["3343-3343"]);
  const ended = await start(unsigned.script);
  expect(ended.exitCode).toBe(3010);
  expect(resultOf(ended)).toMatchObject({ state: "changed", exitCode: 3010 });
  expect(await readList()).toEqual([...wanted, "3343-3343"].sort());
});

test("what is set in the environment reaches the script", async () => {
  await freshMachine();
  const ended = await start(unsigned.script, { environment: { PORTKEEP_ACTION: "Test" } });
  expect(ended.exitCode).toBe(1);
  expect(resultOf(ended)).toMatchObject({ action: "Test", state: "drift" });
});

test.each([0, 1, 3010, -196608])("the exit code %i arrives", async (code) => {
  expect(await start(`'did run'; exit ${code}`)).toMatchObject({ exitCode: code, stdout: "did run\r\n" });
});

test.each([
  ["blanks, &, ^, parentheses and exclamation marks", "C:\\starter & co ^ (x86) !PATH!"],
  [
    "quotes, commas, semicolons, = and brackets, which PowerShell takes for a pattern",
    "C:\\it's, a; b=c [1]",
  ],
])("the folder's name may hold %s", async (_, folder) => {
  expect(await start("'did run'; exit 3010", { folder })).toMatchObject({ exitCode: 3010, stderr: "" });
});

// So a % in the name cannot be tried here: to Windows, what %~dp0 gave is text.
test("Wine's cmd.exe, and it alone, expands what %~dp0 gave once more", async () => {
  const folder = "C:\\starter %OS%";
  writeWindowsFile(`${folder}\\where.cmd`, Buffer.from('@echo "%~dp0"\r\n'));
  expect((await runLine("where.cmd", { folder })).stdout).toBe('"C:\\starter Windows_NT\\"\r\n');
});

test("a script that PowerShell does not let run gives no result, and not 0", async () => {
  await freshMachine(["3343-3343"]);
  const ended = await start(signed.script, { given: signed });
  expect(ended.exitCode).not.toBe(0);
  expect(ended.stdout).not.toContain('{"portkeep"');
  expect(await readList()).toEqual(["3343-3343"]);
});

test("without Windows PowerShell it says so, and fails", async () => {
  const program = toUnix(powershell);
  renameSync(program, `${program}.away`);
  const ended = await start("exit 0").finally(() => renameSync(`${program}.away`, program));
  expect(ended).toMatchObject({ exitCode: 1603, stderr: "" });
  expect(ended.stdout).toContain("The script did not run: ");
});

describe("where Windows shows the 64-bit PowerShell under another name, as to a 32-bit tool", () => {
  const native = toUnix("C:\\windows\\Sysnative\\WindowsPowerShell\\v1.0").replace(
    "WindowsPowerShell/v1.0",
    "",
  );

  beforeAll(() => {
    const real = dirname(toUnix(powershell));
    writeWindowsFile("C:\\windows\\Sysnative\\WindowsPowerShell\\v1.0\\stand-in.txt", Buffer.of());
    const place = toUnix("C:\\windows\\Sysnative\\WindowsPowerShell\\v1.0");
    for (const name of readdirSync(real)) symlinkSync(join(real, name), join(place, name));
  });
  afterAll(() => rmSync(native, { recursive: true, force: true }));

  test("that one is run", async () => {
    const { stdout } = await start("[Diagnostics.Process]::GetCurrentProcess().MainModule.FileName");
    expect(stdout.toLowerCase()).toContain("\\sysnative\\");
  });
});

function resultOf({ stdout }: Ended): unknown {
  return JSON.parse(stdout.trimEnd().split("\r\n").at(-1) ?? "");
}
