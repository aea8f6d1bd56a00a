import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFolder } from "../../src/files/folder.ts";
import { emptyFolder, filesIn } from "../cli/console.ts";

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const first = [file("b.txt", "b\n"), file("sub/a.txt", "a\n")];

/** Gives a folder in which another was written. */
async function written() {
  const parent = emptyFolder();
  const folder = join(parent, "bundle");
  await replaceFolder(folder, first);
  return { parent, folder };
}

test("it writes the files, and a list of them that sha256sum takes", async () => {
  const { parent, folder } = await written();
  expect(filesIn(parent)).toEqual(["bundle/SHA256SUMS", "bundle/b.txt", "bundle/sub/a.txt"]);
  expect(readFileSync(join(folder, "sub/a.txt"), "utf8")).toBe("a\n");
  const told = execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd: folder, encoding: "utf8" });
  expect(told.trimEnd().split("\n").sort()).toEqual(["b.txt: OK", "sub/a.txt: OK"]);
});

test("a folder that it wrote is replaced, with all that is no longer in it", async () => {
  const { parent, folder } = await written();
  await replaceFolder(folder, [file("c.txt", "c\n")]);
  expect(filesIn(parent)).toEqual(["bundle/SHA256SUMS", "bundle/c.txt"]);
});

test("one from which a file was deleted is replaced too", async () => {
  const { folder } = await written();
  rmSync(join(folder, "b.txt"));
  await replaceFolder(folder, first);
  expect(filesIn(folder)).toEqual(["SHA256SUMS", "b.txt", "sub/a.txt"]);
});

test("an empty folder is taken", async () => {
  const folder = join(emptyFolder(), "bundle");
  mkdirSync(folder);
  await replaceFolder(folder, first);
  expect(filesIn(folder)).toHaveLength(3);
});

describe.skipIf(process.platform === "win32")("a folder that is replaced", () => {
  const replaced = async (change: (folder: string) => void) => {
    const { folder } = await written();
    change(folder);
    await replaceFolder(folder, [file("c.txt", "c\n")]);
    return folder;
  };

  test.each([0o700, 0o2770])("keeps who may use it, such as %o", async (mode) => {
    expect(statSync(await replaced((folder) => chmodSync(folder, mode))).mode & 0o7777).toBe(mode);
  });

  // Others may give a folder to no group but their own.
  test.runIf(process.getuid?.() === 0)("keeps whose it is, and what is in it gets its group", async () => {
    const folder = await replaced((path) => {
      chownSync(path, 1234, 2345);
      chmodSync(path, 0o2775);
    });
    const { uid, gid } = statSync(folder);
    expect([uid, gid, statSync(join(folder, "c.txt")).gid]).toEqual([1234, 2345, 2345]);
  });

  test("stays behind a link to it, which stays one", async () => {
    const link = await replaced((folder) => {
      renameSync(folder, `${folder}.real`);
      symlinkSync("bundle.real", folder);
    });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(filesIn(`${link}.real`)).toEqual(["SHA256SUMS", "c.txt"]);
  });
});

describe("nothing is changed, and it says which files are in the way, where", () => {
  test.each<[string, (folder: string) => void, string[]]>([
    [
      "there is a file of somebody's own",
      (folder) => writeFileSync(join(folder, "own.txt"), "x"),
      ["own.txt"],
    ],
    ["a file was changed", (folder) => writeFileSync(join(folder, "sub/a.txt"), "other"), ["sub/a.txt"]],
    ["the list is gone", (folder) => rmSync(join(folder, "SHA256SUMS")), ["b.txt", "sub/a.txt"]],
    ["a file became a link", (folder) => relink(join(folder, "b.txt")), ["b.txt"]],
  ])("%s", async (_, change, files) => {
    const { parent, folder } = await written();
    change(folder);
    const before = filesIn(parent);
    await expect(replaceFolder(folder, [file("c.txt", "c")])).rejects.toMatchObject({
      code: "package-folder-taken",
      facts: { folder, files },
    });
    expect(filesIn(parent)).toEqual(before);
  });

  test("ten of them are told", async () => {
    const folder = emptyFolder();
    for (let n = 0; n < 30; n++) writeFileSync(join(folder, `${n}.txt`), "x");
    const error = await replaceFolder(folder, first).catch((cause) => cause);
    expect(error.facts.files).toHaveLength(10);
  });
});

describe("it cannot be written, nothing is left behind, and what stood there stays, where", () => {
  test("a file is in the place of the folder", async () => {
    const parent = emptyFolder();
    const folder = join(parent, "bundle");
    writeFileSync(folder, "own");
    await expect(replaceFolder(folder, first)).rejects.toMatchObject({
      code: "cannot-write",
      facts: { file: folder },
    });
    expect(readFileSync(folder, "utf8")).toBe("own");
    expect(readdirSync(parent)).toEqual(["bundle"]);
  });

  test("two files have one path", async () => {
    const { parent, folder } = await written();
    const twice = [file("x.txt", "1"), file("x.txt", "2")];
    await expect(replaceFolder(folder, twice)).rejects.toMatchObject({ code: "cannot-write" });
    expect(readdirSync(parent)).toEqual(["bundle"]);
    expect(existsSync(join(folder, "b.txt"))).toBe(true);
  });

  // Root may write anywhere.
  test.skipIf(process.getuid?.() === 0)("the folder above is closed", async () => {
    const parent = emptyFolder();
    chmodSync(parent, 0o500);
    await expect(replaceFolder(join(parent, "bundle"), first)).rejects.toMatchObject({
      code: "cannot-write",
    });
    chmodSync(parent, 0o700);
  });
});

function relink(path: string): void {
  rmSync(path);
  symlinkSync("/etc/hostname", path);
}
