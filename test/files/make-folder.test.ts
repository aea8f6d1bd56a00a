import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "../../src/files/make-folder.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portkeep-files-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a folder is made with those above it, by several runs at once too", async () => {
  const deep = join(folder, "a", "b", "c");
  await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(folder, "a", "d"))]);
  expect([deep, join(folder, "a", "d")].map((path) => statSync(path).isDirectory())).toEqual([true, true]);
  await expect(makeFolder(deep)).resolves.toBeUndefined();
});

test("a file in the way is named", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(makeFolder(join(file, "a", "b"))).rejects.toMatchObject({
    code: "cannot-write",
    facts: { file, obstacle: "file-there" },
  });
});

// In /proc the system says that something is missing, though the folder above is there.
test.runIf(process.platform === "linux")("where the system makes no folders, that is an error", async () => {
  await expect(makeFolder("/proc/portkeep/fleet")).rejects.toMatchObject({
    code: "cannot-write",
    facts: { file: "/proc/portkeep" },
  });
});

test.runIf(process.platform !== "win32")("a folder that others may not enter is made so", async () => {
  const own = join(folder, "own");
  await makeFolder(own, 0o700);
  expect(statSync(own).mode & 0o777).toBe(0o700);
});
