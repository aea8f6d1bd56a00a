import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { replaceFile, writeFileAtomic } from "../../src/files/write.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portkeep-files-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("a file that can be written", () => {
  test("holds the bytes, and nothing else is left", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await writeFileAtomic(join(folder, "a.ps1"), bytes);
    expect(new Uint8Array(readFileSync(join(folder, "a.ps1")))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["a.ps1"]);
  });

  test("takes the place of the one before, also of a longer one", async () => {
    const file = join(folder, "a.ps1");
    await writeFileAtomic(file, bytesOf("the longer text"));
    await writeFileAtomic(file, bytesOf("short"));
    expect(readFileSync(file, "utf8")).toBe("short");
    expect(readdirSync(folder)).toEqual(["a.ps1"]);
  });

  test("gets its folders", async () => {
    const file = join(folder, "deep", "er", "a.ps1");
    await writeFileAtomic(file, bytesOf("x"));
    expect(readFileSync(file, "utf8")).toBe("x");
  });

  test.runIf(process.platform !== "win32").each([0o600, 0o666])(
    "can be read and written by whom the mode says, whatever the user's mask: %o",
    async (mode) => {
      const file = join(folder, "a.ps1");
      await writeFileAtomic(file, bytesOf("x"), { mode });
      expect(statSync(file).mode & 0o777).toBe(mode);
    },
  );

  test("may be empty", async () => {
    await writeFileAtomic(join(folder, "a.ps1"), new Uint8Array());
    expect(readFileSync(join(folder, "a.ps1"))).toHaveLength(0);
  });

  test.runIf(process.platform !== "win32")("goes into a pipe or a device, which stays one", async () => {
    const file = join(folder, "pipe");
    execFileSync("mkfifo", [file]);
    const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => closeSync(reader));
    await writeFileAtomic(file, bytesOf("x"));
    expect(statSync(file).isFIFO()).toBe(true);
    expect(readFileSync(reader, "utf8")).toBe("x");
    expect(readdirSync(folder)).toEqual(["pipe"]);
  });

  test.runIf(process.platform !== "win32")(
    "takes the place of a link, and not of what it points to",
    async () => {
      writeFileSync(join(folder, "target"), "kept");
      symlinkSync("target", join(folder, "link"));
      await writeFileAtomic(join(folder, "link"), bytesOf("new"));
      expect(readFileSync(join(folder, "target"), "utf8")).toBe("kept");
      expect(readFileSync(join(folder, "link"), "utf8")).toBe("new");
    },
  );
});

describe.skipIf(process.platform === "win32")("a file of the user's that is replaced", () => {
  const replaced = async (change: (file: string) => void) => {
    const file = join(folder, "a.ps1");
    writeFileSync(file, "old");
    change(file);
    await replaceFile(file, bytesOf("new"));
    return file;
  };

  test.each([0o600, 0o640, 0o664, 0o750])("keeps who may read and write it, such as %o", async (mode) => {
    expect(statSync(await replaced((file) => chmodSync(file, mode))).mode & 0o777).toBe(mode);
  });

  // Others may give a file to no group but their own.
  test.runIf(process.getuid?.() === 0)("keeps whose it is", async () => {
    const { uid, gid } = statSync(await replaced((file) => chownSync(file, 1234, 2345)));
    expect([uid, gid]).toEqual([1234, 2345]);
  });

  test("stays behind a link to it, which stays one", async () => {
    const link = await replaced((file) => {
      renameSync(file, join(folder, "real"));
      symlinkSync("real", file);
    });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real"), "utf8")).toBe("new");
  });
});

describe("readers", () => {
  test("see one whole version at any moment", async () => {
    const file = join(folder, "a.ps1");
    const versions = Array.from({ length: 20 }, (_, index) => String(index % 10).repeat(100_000));
    await writeFileAtomic(file, bytesOf(versions[0] ?? ""));
    let writing = true;
    const reading = (async () => {
      const seen = new Set<string>();
      while (writing) {
        seen.add(readFileSync(file, "utf8"));
        await new Promise((resolve) => setImmediate(resolve));
      }
      return seen;
    })();
    await Promise.all(versions.map((version) => writeFileAtomic(file, bytesOf(version))));
    writing = false;
    for (const text of await reading) expect(versions).toContain(text);
    expect(readdirSync(folder)).toEqual(["a.ps1"]);
  });
});

describe("a file that cannot be written", () => {
  test("is refused where a folder has its name, which stays", async () => {
    const file = join(folder, "a.ps1");
    mkdirSync(file);
    writeFileSync(join(file, "inside"), "kept");
    await expect(writeFileAtomic(file, bytesOf("x"))).rejects.toMatchObject({
      code: "cannot-write",
      facts: { file },
    });
    expect(readdirSync(folder)).toEqual(["a.ps1"]);
    expect(readFileSync(join(file, "inside"), "utf8")).toBe("kept");
  });

  test("is refused where a file stands in the place of its folder", async () => {
    writeFileSync(join(folder, "a"), "kept");
    const file = join(folder, "a", "b.ps1");
    await expect(writeFileAtomic(file, bytesOf("x"))).rejects.toMatchObject({
      code: "cannot-write",
      exitCode: 2,
    });
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("kept");
  });

  test("is refused for a name that is too long", async () => {
    await expect(writeFileAtomic(join(folder, "x".repeat(300)), bytesOf("x"))).rejects.toMatchObject({
      facts: { cause: expect.stringMatching(/ENAMETOOLONG|ENOENT/) },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
