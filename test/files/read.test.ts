import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFile, readFileBounded, readStreamBounded } from "../../src/files/read.ts";

const posix = process.platform !== "win32";
let folder: string;
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portkeep-read-"));
  writeFileSync(path("ten"), "0123456789");
  writeFileSync(path("empty"), "");
  writeFileSync(path("large"), "");
  truncateSync(path("large"), 100_000_000);
  mkdirSync(path("folder"));
  if (posix) execFileSync("mkfifo", [path("pipe")]);
  if (posix) symlinkSync("ten", path("link"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const code = (reading: Promise<unknown>) =>
  reading.then(
    () => "read",
    (error) => error.code,
  );

describe("a file", () => {
  test("gives its bytes", async () => {
    expect(Buffer.from(await readFileBounded(path("ten"), 100)).toString()).toBe("0123456789");
  });

  test("of just so many bytes as allowed is read, and of one more is not", async () => {
    expect(await readFileBounded(path("ten"), 10)).toHaveLength(10);
    expect(await code(readFileBounded(path("ten"), 9))).toBe("file-too-large");
  });

  test("of 100 MB is refused before it is read", async () => {
    const before = process.memoryUsage().rss;
    expect(await code(readFileBounded(path("large"), 1000))).toBe("file-too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000);
  });

  test.each([
    ["missing", "file-missing"],
    ["empty", "file-empty"],
    ["folder", "not-a-file"],
  ])("%s: %s", async (name, wanted) => {
    expect(await code(readFileBounded(path(name), 100))).toMatch(posix ? wanted : /not-a-file|file-/);
  });

  describe.runIf(posix)("of another kind", () => {
    test("a pipe that nobody writes into is refused at once", async () => {
      const started = performance.now();
      await expect(readFileBounded(path("pipe"), 100)).rejects.toMatchObject({
        code: "not-a-file",
        facts: { kind: "pipe" },
      });
      expect(performance.now() - started).toBeLessThan(1000);
    });

    test("a device is refused", async () => {
      await expect(readFileBounded("/dev/zero", 100)).rejects.toMatchObject({ facts: { kind: "device" } });
    });

    test("a link is followed", async () => {
      expect(await readFileBounded(path("link"), 10)).toHaveLength(10);
    });

    test("that does not tell its size is read no further than allowed", async () => {
      expect((await readFileBounded("/proc/self/status", 100_000)).length).toBeGreaterThan(100);
      expect(await code(readFileBounded("/proc/self/status", 10))).toBe("file-too-large");
    });

    test("a name that is too long says so", async () => {
      await expect(readFileBounded(path("x".repeat(300)), 10)).rejects.toMatchObject({
        code: "file-unreadable",
        facts: { cause: expect.stringContaining("ENAMETOOLONG") },
      });
    });
  });
});

describe("a stream", () => {
  test("gives its bytes, however they come", async () => {
    const stream = Readable.from([Buffer.from("01"), Buffer.from(""), Buffer.from("23")]);
    expect(Buffer.from(await readStreamBounded(stream, 4)).toString()).toBe("0123");
  });

  test("without an end is read no further than allowed", async () => {
    let chunks = 0;
    const endless = (async function* () {
      for (;;) {
        chunks += 1;
        yield Buffer.alloc(1000);
      }
    })();
    expect(await code(readStreamBounded(endless, 10_000))).toBe("file-too-large");
    expect(chunks).toBe(11);
  });

  test("that holds nothing is empty, and one that breaks off cannot be read", async () => {
    expect(await code(readStreamBounded(Readable.from([]), 10))).toBe("file-empty");
    const broken = (async function* () {
      yield Buffer.from("x");
      throw new Error("EIO: broken, read");
    })();
    await expect(readStreamBounded(broken, 10)).rejects.toMatchObject({
      code: "file-unreadable",
      facts: { cause: "EIO: broken" },
    });
  });
});

describe("a file of any size", () => {
  test("tells its size, and gives its bytes", async () => {
    const { size, chunks } = await openFile(path("ten"));
    expect(size).toBe(10);
    expect(Buffer.concat(await Readable.from(chunks).toArray()).toString()).toBe("0123456789");
  });

  test.runIf(process.platform === "linux")("is not left open by whoever never reads it", async () => {
    const openFiles = () =>
      readdirSync("/proc/self/fd").filter((fd) => {
        // One is that of this reading itself, which is gone by now.
        const link = existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`);
        return link === path("ten");
      });
    await openFile(path("ten"));
    expect(openFiles()).toEqual([]);
    const { chunks } = await openFile(path("ten"));
    for await (const _ of chunks) expect(openFiles()).toHaveLength(1);
    expect(openFiles()).toEqual([]);
  });
});
