import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownPrefix, toUnix } from "../rig/prefix.ts";
import { restartMachine, sharedHost } from "../rig/shared.ts";
import { elsewhere, freshMachine, storePath } from "./machine.ts";
import { run, runUnchanged } from "./run.ts";

const drives = { F: "floppy", N: "network", R: "cdrom" };
const drivesKey = "HKLM\\Software\\Wine\\Drives";

const bad: [title: string, path: string][] = [
  ["a share", "\\\\server\\share\\folder"],
  ["a share with slashes", "//server/share/folder"],
  ["a share by its long name", "\\\\?\\UNC\\server\\share\\folder"],
  ["a disk by its long name", "\\\\?\\C:\\folder"],
  ["a device", "\\\\.\\C:\\folder"],
  ["a name alone", "folder"],
  ["a relative path", "a\\folder"],
  ["a relative path upwards", "..\\folder"],
  ["relative to the folder of a drive", "C:folder"],
  ["relative to the drive", "\\folder"],
  ["a drive", "C:"],
  ["the root of a drive", "C:\\"],
  ["another provider", "HKLM:\\SOFTWARE\\folder"],
  ["slashes", "C:/portkeep-test/folder"],
  ["a way up", "C:\\portkeep-test\\..\\windows"],
  ["a way up at the end", "C:\\portkeep-test\\.."],
  ["a folder named dot", "C:\\portkeep-test\\.\\folder"],
  ["a trailing dot", "C:\\portkeep-test\\folder."],
  ["a trailing dot on the way", "C:\\portkeep-test.\\folder"],
  ["a trailing blank", "C:\\portkeep-test\\folder "],
  ["a stream", "C:\\portkeep-test\\folder:stream"],
  ["an asterisk", "C:\\portkeep-test\\*"],
  ["a question mark", "C:\\portkeep-test\\a?"],
  ["a quote", 'C:\\portkeep-test\\a" /y'],
  ["a variable", "C:\\%TEMP%\\folder"],
  ["a line end", "C:\\portkeep-test\\folder\n"],
  ["letters beyond ASCII", "C:\\portkeep-test\\\u00e9t\u00e9"],
  ["letters that ignoring case takes for ASCII", "C:\\portkeep-test\\\u212a"],
  ["more than 180 characters", `C:\\portkeep-test\\${"long".repeat(60)}`],
  ["nothing", ""],
  ["a blank", " "],
  ["a drive that is not there", "Q:\\folder"],
  ["a removable disk", "F:\\folder"],
  ["a network drive", "N:\\folder"],
  ["a CD", "R:\\folder"],
  ["a link", "C:\\portkeep-test\\link"],
  ["a place behind a link", "C:\\portkeep-test\\link\\a\\folder"],
];

beforeAll(async () => {
  await freshMachine([]);
  const { registry } = await sharedHost("windows");
  for (const [letter, type] of Object.entries(drives)) {
    await registry.set(drivesKey, `${letter}:`, "String", type);
    symlinkSync(toUnix(elsewhere), await driveLink(letter));
  }
  // Wine looks at its drives when it starts.
  await restartMachine();
});

afterAll(async () => {
  for (const letter of Object.keys(drives)) rmSync(await driveLink(letter));
});

describe.each(["-BackupDirectory", "-LogFile"])(
  "%s must be a full path on a fixed disk: 87 for",
  (parameter) => {
    it.each(bad)("%s", async (_, path) => {
      await prepare();
      expect((await runUnchanged([parameter, path])).result).toMatchObject({ state: "failed", exitCode: 87 });
      expect((await runUnchanged([parameter, path, "-Action", "Test"])).result).toMatchObject({
        exitCode: 87,
      });
    });
  },
);

describe("a refused path is shown as it was typed, and can do a console no harm", () => {
  it.each([
    ["a share", "\\\\srv\\x", "\\\\srv\\x"],
    ["quotes", 'C:\\a"b', 'C:\\a"b'],
    ["control characters", "C:\\a\u001b[2J\n\u009b", "C:\\a\\u001b[2J\\u000a\\u009b"],
    ["letters beyond ASCII", "C:\\\u00e9\u212a\ud83d\ude00", "C:\\\\u00e9\\u212a\\ud83d\\ude00"],
  ])("%s", async (_, path, shown) => {
    await prepare();
    const { stdout, result } = await runUnchanged(["-BackupDirectory", path]);
    const sentence = `-BackupDirectory '${shown}' must be`;
    expect(stdout.split("\n")[1]).toContain(sentence);
    expect(result.message).toContain(sentence);
  });
});

describe("a good path", () => {
  it("gets the backup, and the store none", async () => {
    await prepare();
    const folder = `${elsewhere}\\new folder\\a.b (1), x_~+-`;
    const { result } = await run(["-BackupDirectory", folder]);
    expect(result).toMatchObject({ state: "changed", backup: expect.stringContaining(`${folder}\\`) });
    expect(readdirSync(toUnix(folder))).toEqual([result.backup.slice(folder.length + 1)]);
    expect(existsSync(storePath("backups"))).toBe(false);
  });

  it("gets the log", async () => {
    await prepare();
    const file = `${elsewhere}\\target\\portkeep.log`;
    await run(["-LogFile", file]);
    const { length } = readFileSync(toUnix(file));
    expect(length).toBeGreaterThan(0);
    expect(existsSync(storePath("portkeep.log"))).toBe(false);
    await runUnchanged(["-LogFile", file]);
    await run(["-LogFile", file, "-Action", "Restore"]);
    expect(readFileSync(toUnix(file)).length).toBeGreaterThan(length);
  });

  it("gets the log, and the folders on the way to it, where something was changed", async () => {
    await prepare();
    const file = `${elsewhere}\\new\\folder\\portkeep.log`;
    await runUnchanged(["-LogFile", file, "-Action", "Test"]);
    expect((await run(["-LogFile", file])).result.warnings).toEqual([]);
    expect(readFileSync(toUnix(file)).length).toBeGreaterThan(0);
  });

  it("that is a folder costs the log, not the change", async () => {
    await prepare();
    const { result } = await run(["-LogFile", `${elsewhere}\\target`]);
    expect(result).toMatchObject({ state: "changed", exitCode: 3010, warnings: [expect.any(String)] });
  });

  it("may be on any fixed disk, in any case of letters", async () => {
    await prepare();
    expect((await run(["-BackupDirectory", "c:\\PORTKEEP-test\\x"])).result).toMatchObject({
      state: "changed",
    });
  });
});

async function prepare(): Promise<void> {
  await freshMachine([]);
  mkdirSync(join(toUnix(elsewhere), "target"));
  symlinkSync(join(toUnix(elsewhere), "target"), join(toUnix(elsewhere), "link"));
}

async function driveLink(letter: string): Promise<string> {
  return join(await ownPrefix(), "dosdevices", `${letter.toLowerCase()}:`);
}
