import { beforeAll, describe, expect, test } from "vitest";
import { intuneWin32 } from "../../../src/delivery/intune-win32/bundle.ts";
import { type Ended, runLine } from "../../rig/command-line.ts";
import { sharedHost } from "../../rig/shared.ts";
import { freshMachine, readList } from "../../script/machine.ts";
import { wanted } from "../../script/script.ts";
import { installTools } from "../../signing/tools.ts";
import { fileOf, textOf } from "../bundle.ts";
import { expectAccepted } from "../judges.ts";
import { signedPackage } from "../package.ts";
import { installWindowsPowerShell, powershell, writeWindowsFile } from "../windows-powershell.ts";
import { unpackIntunewin } from "./unpack.ts";

await Promise.all([installTools(), installWindowsPowerShell(), sharedHost("linux")]);

const bundle = await intuneWin32(await signedPackage());
const app = JSON.parse(textOf(bundle, "app.json"));
const files = await unpackIntunewin(fileOf(bundle, "reserve-ports.intunewin"));
const folder = "C:\\Windows\\IMECache\\app";
const detection = Buffer.from(app.rules[0].scriptContent, "base64");

/**
 * Runs a command of the app as Intune does, in the folder of the unpacked files. Wine here has no 32-bit programs,
 * which alone see Sysnative, and nothing that judges signatures: both have stand-ins.
 */
async function runCommand(command: string, policy = "Bypass"): Promise<Ended> {
  for (const [name, bytes] of files) writeWindowsFile(`${folder}\\${name}`, bytes);
  const parts = /^(%SystemRoot%)\\Sysnative(\\.+) AllSigned (.+)$/.exec(command) ?? [];
  const [, windows, program, rest] = parts;
  return runLine(`${windows}\\System32${program} ${policy} ${rest}`, { folder });
}

/** What Intune makes of the exit code of a command. */
const verdict = ({ exitCode }: Ended): string =>
  app.returnCodes.find((entry: { returnCode: number }) => entry.returnCode === exitCode)?.type ?? "failed";

/** Whether Intune takes the app for installed: the script ends with 0, says something, and has no errors. */
async function isDetected(): Promise<boolean> {
  writeWindowsFile("C:\\intune\\detect.ps1", detection);
  const { exitCode, stdout, stderr } = await runLine(
    `${powershell} -NoProfile -ExecutionPolicy Bypass -File detect.ps1`,
    { folder: "C:\\intune" },
  );
  return exitCode === 0 && stdout !== "" && stderr === "";
}

test("the script in the package and the one that detects have good signatures", async () => {
  await expectAccepted(files.get("reserve-ports.ps1") ?? Buffer.of());
  await expectAccepted(detection);
});

describe("a device", () => {
  const seen: Record<string, unknown> = {};

  beforeAll(async () => {
    await freshMachine(["3343-3343"]);
    seen.before = await isDetected();
    const installed = await runCommand(app.installCommandLine);
    seen.installed = [installed.exitCode, verdict(installed), installed.stderr];
    seen.list = await readList();
    seen.after = await isDetected();
    const removed = await runCommand(app.uninstallCommandLine);
    seen.removed = [removed.exitCode, verdict(removed), removed.stderr];
    seen.listAfter = await readList();
    seen.end = await isDetected();
  });

  test("does not have the app at first", () => {
    expect(seen.before).toBe(false);
  });

  test("installs it, and is to be restarted", () => {
    expect(seen.installed).toEqual([3010, "softReboot", ""]);
    expect(seen.list).toEqual([...wanted, "3343-3343"].sort());
  });

  test("then has it, before the restart too", () => {
    expect(seen.after).toBe(true);
  });

  test("removes it, with what stood before, and does not have it then", () => {
    expect(seen.removed).toEqual([0, "success", ""]);
    expect(seen.listAfter).toEqual(["3343-3343"]);
    expect(seen.end).toBe(false);
  });
});

test("where the policy refuses the script, the installation fails", async () => {
  const refused = await runCommand(app.installCommandLine, "AllSigned");
  expect(verdict(refused)).toBe("failed");
});
