import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedHost } from "../rig/shared.ts";
import type { Kind, Value } from "../rig/wire.ts";
import { journalFiles, newestRecord } from "../script/journal.ts";
import { parametersKey, readList, storePath, versionKey } from "../script/machine.ts";
import { wanted } from "../script/script.ts";
import { mayMount, onSmallDisk } from "../script/small-disk.ts";
import { attributes, type Replacement } from "./place.ts";
import { freshWindows2000, runVbs, runVbsUnchanged } from "./run.ts";

const before = ["3343-3343"];
const nothing = "Nothing was changed.";

const faults: [title: string, exitCode: number, replace: Replacement, message: string][] = [
  ["regedit is missing", 1603, ['"\\regedit.exe"', '"\\nowhere.exe"'], "nowhere.exe /e"],
  ["regedit exports nothing", 1603, ['\\regedit.exe", "/e', '\\system32\\secedit.exe", "/e'], nothing],
  [
    "the export is cut off",
    1603,
    ["= ReadFile(path, -1)", "= Left(ReadFile(path, -1), 200)"],
    "does not hold",
  ],
  [
    "the export lacks the value",
    1603,
    ['"\\r\\n""" & ValueName', '"\\r\\nNo' + '""" & ValueName'],
    "does not hold",
  ],
  ["secedit is missing", 1603, ['"\\secedit.exe"', '"\\nowhere.exe"'], "nowhere.exe /configure"],
  ["the store is a link", 1603, [attributes, "True"], "is a link"],
  ["nobody is an administrator", 5, ["(Err.Number <> AccessDenied)", "False"], "Only an administrator"],
  ["a record cannot be written", 1603, ['path & ".partial", text', '"C:\\no\\where.txt", text'], nothing],
  ["wscript runs it", 87, ['"cscript.exe" Then', '"no.exe" Then'], "must be one of: cscript.exe"],
];

it.each(faults)("nothing is changed where %s", async (_, exitCode, replace, message) => {
  await freshWindows2000(before);
  const { result } = await runVbs("", { replace: [replace] });
  expect(result).toMatchObject({ state: "failed", exitCode });
  expect(result.message).toContain(message);
  expect(result.message).toContain(nothing);
  expect(await readList()).toEqual(before);
});

it("nothing is changed where there is no folder for backups", async () => {
  await freshWindows2000(before);
  mkdirSync(storePath());
  writeFileSync(storePath("backups"), "");
  expect((await runVbs()).result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(await readList()).toEqual(before);
});

it.each<[string, Replacement]>([
  ["regedit imports nothing", ['\\regedit.exe", "/s', '\\system32\\secedit.exe", "/s']],
  ["what is read back differs", ["If ReadBack() <>", 'If ReadBack() & "x" <>']],
])("the old value is back where %s", async (_, replace) => {
  await freshWindows2000(before);
  const { result } = await runVbs("", { replace: [replace] });
  expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(result.message).toMatch(/^The change failed, and the old value is back: what was read back/);
  expect(await readList()).toEqual(before);
  expect((await runVbs()).result).toMatchObject({ state: "changed", exitCode: 3010, added: wanted });
  expect((await runVbs("/Action:Restore")).result.state).toBe("restored");
  expect(await readList()).toEqual(before);
});

it("says what brings the old value back when it does not come back by itself, an absent one too", async () => {
  await freshWindows2000();
  const replace: Replacement[] = [
    ["If ReadBack() <>", 'If ReadBack() & "x" <>'],
    ["  WriteValue present\r\n", ""],
  ];
  const { result } = await runVbs("", { replace });
  expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
  expect(result.message).toMatch(/not back\. .*Restore.* -Force/);
  expect(result.message).toContain(result.backup);
  expect((await runVbs("/Action:Restore -Force")).result.state).toBe("restored");
  expect(await readList()).toBeNull();
});

it.each<[Kind, Value]>([
  ["String", "1645-1646"],
  ["ExpandString", "1645-1646"],
  ["DWord", 1645],
  ["Binary", "AAEC"],
  ["QWord", 1],
])("a value of type %s is left alone, with 13", async (kind, value) => {
  await freshWindows2000();
  const { registry } = await sharedHost("windows");
  await registry.set(parametersKey, "ReservedPorts", kind, value);
  for (const args of ["", "/Action:Test"]) {
    expect((await runVbsUnchanged(args)).result).toMatchObject({ state: "failed", exitCode: 13 });
  }
  expect(await registry.get(parametersKey, "ReservedPorts")).toMatchObject({ kind, value });
});

it("a lock that another run holds ends it with 1618, and nothing of that run is touched", async () => {
  await freshWindows2000(before);
  mkdirSync(storePath());
  writeFileSync(storePath("radABCDE.tmp.sdb"), "of the other run");
  const { result } = await whileOpen("lock", () => runVbsUnchanged());
  expect(result).toMatchObject({ state: "failed", exitCode: 1618, backup: "" });
});

it("a leftover that some program has open stays until a later run, which ends as well as ever", async () => {
  await freshWindows2000(before);
  mkdirSync(storePath());
  const { result } = await whileOpen("radABCDE.tmp.sdb", () => runVbs());
  expect(result).toMatchObject({ state: "changed", exitCode: 3010 });
});

/** Does the work while another program has a file of the store open for itself alone, made where it is not there. */
async function whileOpen<T>(name: string, work: () => Promise<T>): Promise<T> {
  const host = await sharedHost("windows");
  const path = `C:\\windows\\portkeep\\${name}`;
  await host.act({ op: "file.lock", path });
  try {
    return await work();
  } finally {
    await host.act({ op: "file.unlock", path });
  }
}

describe("after a loss of power", () => {
  const damages: [title: string, damage: (text: string) => string][] = [
    ["empty", () => ""],
    ["cut off", (text) => text.slice(0, -1)],
    ["nulls", (text) => "\0".repeat(text.length)],
  ];

  it.each(damages)("the record before one that is %s leads Restore, and it is said", async (_, damage) => {
    await freshWindows2000(before);
    await runVbs();
    writeFileSync(newestRecord(), damage(readFileSync(newestRecord(), "latin1")));
    const { result } = await runVbs("/Action:Restore");
    expect(result).toMatchObject({ state: "restored", warnings: [expect.stringContaining("\\000002.txt")] });
    expect(await readList()).toEqual(before);
    expect((await runVbsUnchanged("/Action:Test")).result).toMatchObject({ state: "drift", warnings: [] });
  });

  it("a journal without a whole record is named, and nothing changed", async () => {
    await freshWindows2000(before);
    await runVbs();
    for (const file of journalFiles()) writeFileSync(file, "");
    const { result } = await runVbsUnchanged("/Action:Restore");
    expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
    expect(result.message).toMatch(/\\000002\.txt, .*\\000001\.txt.* Nothing was changed\.$/);
  });
});

describe.skipIf(!mayMount)("a full disk", () => {
  // One page: the first record fits, the second does not.
  const onePage = "size=4k";

  it("before the change: nothing is changed", async () => {
    await freshWindows2000(before);
    await onSmallDisk(storePath("reserved-ports"), onePage, async () => {
      writeFileSync(storePath("reserved-ports", "filler"), "x".repeat(4096));
      const { result } = await runVbs();
      expect(result).toMatchObject({ state: "failed", exitCode: 1603 });
      expect(result.message).toContain(nothing);
    });
    expect(await readList()).toEqual(before);
    expect((await runVbs()).result.state).toBe("changed");
  });

  it("after the change: it is rolled back", async () => {
    await freshWindows2000(before);
    await onSmallDisk(storePath("reserved-ports"), onePage, async () => {
      const { result } = await runVbs();
      expect(result).toMatchObject({ state: "failed", exitCode: 1603, restart: "none" });
      expect(result.message).toMatch(/^The change failed, and the old value is back: /);
      expect(await readList()).toEqual(before);
      expect((await runVbs("/Action:Restore")).result).toMatchObject({ state: "compliant", exitCode: 0 });
    });
    expect((await runVbs()).result.state).toBe("changed");
  });
});

it("a Windows without ReservedPorts is left alone, with 50, and another 5.x gets a warning", async () => {
  await freshWindows2000(before);
  const { registry } = await sharedHost("windows");
  await registry.set(versionKey, "CurrentVersion", "String", "6.1");
  expect((await runVbsUnchanged()).result).toMatchObject({ state: "notApplicable", exitCode: 50 });
  await registry.set(versionKey, "CurrentVersion", "String", "5.2");
  const { result } = await runVbs();
  expect(result).toMatchObject({ state: "changed", exitCode: 3010 });
  expect(result.warnings).toEqual(["This script was made for Windows 2000 Server, but this is Windows 5.2."]);
});

describe("the room for the DNS Server and for ordinary programs", () => {
  // The script takes 5 ports below 2100 and 2 above.
  it.each([
    ["too little for programs because of it", 2028, 4, before, /programs 999 ports.* 1000/],
    ["too little for the DNS Server because of it", 6030, 2, ["1025-1025"], /DNS Server 4999 ports.* 5000/],
    ["the same, beside entries that overlap", 6030, 2, ["1025-1025", "6031-9000", "1025-1025"], /4999 ports/],
  ])("%s is refused, with 87", async (_, maxUserPort, start, list, message) => {
    await prepare(maxUserPort, start, list);
    const { result } = await runVbsUnchanged();
    expect(result).toMatchObject({ state: "failed", exitCode: 87, message: expect.stringMatching(message) });
  });

  it.each([
    ["for programs", 1900, 4, before, "1025-1900 are free: 876, not 1000."],
    ["for the DNS Server", 5000, 2, before, "1024-5000 are free: 3976, not 5000."],
  ])(
    "too little %s before it is a warning that says what to raise",
    async (_, maxUserPort, start, list, words) => {
      await prepare(maxUserPort, start, list);
      const { result } = await runVbs();
      expect(result).toMatchObject({ state: "changed", warnings: [expect.stringContaining(words)] });
      expect(result.warnings[0]).toContain("Raise MaxUserPort");
    },
  );

  async function prepare(maxUserPort: number, dnsStart: number, list: readonly string[]): Promise<void> {
    await freshWindows2000(list);
    const { registry } = await sharedHost("windows");
    await registry.set(parametersKey, "MaxUserPort", "DWord", maxUserPort);
    await registry.set(parametersKey.replace("Tcpip\\Parameters", "DNS"), "Start", "DWord", dnsStart);
  }
});

it("who is no administrator can look, and is told what could not be seen", async () => {
  await freshWindows2000(before);
  const replace: Replacement[] = [["(Err.Number <> AccessDenied)", "False"]];
  const { result } = await runVbsUnchanged("/Action:Test", { replace });
  expect(result).toMatchObject({
    state: "drift",
    exitCode: 1,
    warnings: [expect.stringContaining("Not an")],
  });
});
