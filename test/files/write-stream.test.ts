import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createFileAtomic } from "../../src/files/write-stream.ts";

let folder: string;
let file: string;
let unfinished: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portkeep-write-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  [file, unfinished] = [join(folder, "a.txt"), join(folder, "unfinished")];
  mkdirSync(unfinished);
  writeFileSync(file, "old");
});

test("a file has its name when it is whole, and not before", async () => {
  const open = await createFileAtomic(file, unfinished);
  await open.write(Buffer.from("one "));
  await open.write(Buffer.from("two"));
  expect(readFileSync(file, "utf8")).toBe("old");
  await open.commit();
  await open.close();
  expect(readFileSync(file, "utf8")).toBe("one two");
  expect(readdirSync(unfinished)).toEqual([]);
});

test("what is closed before it is whole leaves nothing", async () => {
  const open = await createFileAtomic(file, unfinished);
  await open.write(Buffer.from("half"));
  await open.close();
  expect(readFileSync(file, "utf8")).toBe("old");
  expect(readdirSync(unfinished)).toEqual([]);
});

test("a file that cannot be opened is told by its own name", async () => {
  const opening = createFileAtomic(file, join(folder, "none"));
  await expect(opening).rejects.toMatchObject({ code: "cannot-write", facts: { file } });
});

test("a file that cannot get its name is told, and what was written is gone", async () => {
  const taken = join(folder, "taken");
  mkdirSync(join(taken, "inside"), { recursive: true });
  const open = await createFileAtomic(taken, unfinished);
  await expect(open.commit()).rejects.toMatchObject({ code: "cannot-write", facts: { file: taken } });
  await open.close();
  expect(readdirSync(unfinished)).toEqual([]);
});
