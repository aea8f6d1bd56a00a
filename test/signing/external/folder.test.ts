import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { describe, expect, test } from "vitest";
import { readResult, withFolder } from "../../../src/signing/external/folder.ts";

const posix = process.platform !== "win32";

describe("a folder", () => {
  test("holds what is written, at full paths", async () => {
    const path = await withFolder(async ({ write }) => {
      const file = await write("script.ps1", Buffer.from("text"));
      expect(readFileSync(file, "utf8")).toBe("text");
      return file;
    });
    expect(isAbsolute(path)).toBe(true);
  });

  test.runIf(posix)("and its files are their owner's alone", async () => {
    await withFolder(async ({ write }) => {
      const file = await write("a", Buffer.from("x"));
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    });
  });

  test("is gone afterwards, with what others put there", async () => {
    const root = await withFolder(async ({ path }) => {
      mkdirSync(path("sub"));
      writeFileSync(path("sub/left"), "x");
      return dirname(path("a"));
    });
    expect(existsSync(root)).toBe(false);
  });

  test("is gone after a failure, which is passed on", async () => {
    let root = "";
    const failing = withFolder(async ({ path }) => {
      root = dirname(path("a"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(existsSync(root)).toBe(false);
  });
});

describe("a result", () => {
  test("is read up to its bound, and there is none in a folder or nowhere", async () => {
    await withFolder(async ({ path, write }) => {
      const file = await write("a", Buffer.from("12345"));
      expect(await readResult(file, 5)).toEqual(Buffer.from("12345"));
      expect(await readResult(file, 4)).toBe("too-large");
      expect(await readResult(dirname(file), 5)).toBe(null);
      expect(await readResult(path("b"), 5)).toBe(null);
    });
  });
});
