import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

// A process of its own, since these tests end it or take its disk away.
let folder: string;
let program: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "portkeep-interrupted-"));
  const entry = join(import.meta.dirname, "../../src/files/write.ts");
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: entry,
      outDir: join(folder, "dist"),
      rollupOptions: { output: { entryFileNames: "write.mjs" } },
    },
  });
  program = join(folder, "program.mjs");
  writeFileSync(
    program,
    `import { writeFileAtomic } from "./dist/write.mjs";
     process.on("SIGXFSZ", () => {});
     const [file, count] = process.argv.slice(2);
     console.log("begins");
     for (let i = 0; i < Number(count); i++) {
       const bytes = new Uint8Array(1_000_000).fill(48 + (i % 10));
       await writeFileAtomic(file, bytes).catch((error) => console.log(error.code));
     }`,
  );
});

beforeEach(() => {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  mkdirSync(join(folder, "out"));
  file = join(folder, "out", "a.ps1");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(process.platform !== "win32")("on a full disk", () => {
  test("the old text stays, and no part of the new one", () => {
    spawnSync(process.execPath, [program, file, "1"]);
    const old = readFileSync(file, "utf8");
    // A limit on the size of a file stands in for the disk: the write breaks off half-way.
    const limited = ["-c", 'ulimit -f 100; exec "$0" "$@"', process.execPath, program, file, "3"];
    const { stdout } = spawnSync("sh", limited, { encoding: "utf8" });
    expect(stdout.trim().split("\n")).toEqual(["begins", "cannot-write", "cannot-write", "cannot-write"]);
    expect(readFileSync(file, "utf8")).toBe(old);
    expect(readdirSync(join(folder, "out"))).toEqual(["a.ps1"]);
  });
});

describe("killed while it writes", () => {
  test.each([1, 5, 12, 20, 33, 50])("after %i ms, the file is whole or not there", async (milliseconds) => {
    const child = spawn(process.execPath, [program, file, "1000"], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    await delay(milliseconds);
    child.kill("SIGKILL");
    await ended;
    const names = readdirSync(join(folder, "out"), { encoding: "utf8" });
    if (names.includes("a.ps1")) expect(readFileSync(file, "utf8")).toMatch(/^(\d)\1{999999}$/);
    expect(names.filter((name) => name !== "a.ps1" && !/^\.a\.ps1\.[0-9a-z]+\.tmp$/.test(name))).toEqual([]);
  });
});
