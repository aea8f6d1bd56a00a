import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compareFile } from "../../src/files/compare.ts";

/** Says whether a file, which may not be there, is the same as these pieces. */
async function isSame(content: string | null, pieces: readonly string[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "a");
  if (content !== null) writeFileSync(file, content);
  const comparison = await compareFile(file);
  for (const piece of pieces) await comparison.next(Buffer.from(piece));
  const answer = await comparison.isSame();
  await comparison.close();
  return answer;
}

test.each<[string, string | null, string[], boolean]>([
  ["the same at once", "abcdef", ["abcdef"], true],
  ["the same in pieces", "abcdef", ["ab", "", "cdef"], true],
  ["nothing, where nothing should be", "", [], true],
  ["another beginning", "xbcdef", ["ab", "cdef"], false],
  ["another end", "abcdex", ["ab", "cdef"], false],
  ["less", "abcde", ["ab", "cdef"], false],
  ["nothing", "", ["ab"], false],
  ["more", "abcdefg", ["ab", "cdef"], false],
  ["no file", null, [], false],
])("a file that holds %s", async (_, content, pieces, wanted) => {
  expect(await isSame(content, pieces)).toBe(wanted);
});

test("a folder is not the same as any file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "portkeep-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "a"));
  const comparison = await compareFile(join(folder, "a"));
  expect(await comparison.isSame()).toBe(false);
  await comparison.close();
});
