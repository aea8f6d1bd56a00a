import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gone, hang, isRunning, pidIn, tellPid } from "./programs.ts";

// A process of its own, since these tests end it.
let folder: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "portkeep-killed-"));
  const source = (name: string) => join(import.meta.dirname, "../../../src/signing/external", name);
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: path("dist"),
      rollupOptions: {
        input: { file: source("file-signer.ts"), hash: source("hash-signer.ts") },
        output: { entryFileNames: "[name].mjs" },
      },
    },
  });
  const command = (code: string, ...args: string[]) =>
    JSON.stringify([process.execPath, "-e", `${tellPid(path("pid"))} ${code} ${hang}`, ...args]);
  const note = `require("fs").writeFileSync(${JSON.stringify(path("place"))}, process.argv[1]);`;
  writeFileSync(
    path("file-program.mjs"),
    `import { fileSigner } from "./dist/file.mjs";
     const command = { kind: "file", words: ${command(note, "{file}")} };
     await fileSigner({ command, env: process.env, check() {} }).sign(Buffer.from("x"), "sha256");`,
  );
  writeFileSync(
    path("co-process-program.mjs"),
    `import { hashSigner } from "./dist/hash.mjs";
     const command = { kind: "co-process", words: ${command("")} };
     await hashSigner({ command, env: process.env, pin: null }).sign(Buffer.from("x"), "sha256");`,
  );
}, 60_000);

beforeEach(() => {
  for (const name of ["pid", "place"]) rmSync(path(name), { force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(process.platform !== "win32")("when portkeep is ended", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "by %s, no signing program and no file is left",
    async (signal) => {
      const program = execa(process.execPath, [path("file-program.mjs")], { reject: false });
      const pid = await pidIn(path("pid"));
      const place = await placeIn(path("place"));
      expect([isRunning(pid), existsSync(place)]).toEqual([true, true]);
      program.kill(signal);
      expect(await program).toMatchObject({ signal });
      await gone(pid);
      expect(existsSync(dirname(place))).toBe(false);
    },
  );

  test("by SIGINT, no co-process is left that does not end with its input", async () => {
    const program = execa(process.execPath, [path("co-process-program.mjs")], { reject: false });
    const pid = await pidIn(path("pid"));
    program.kill("SIGINT");
    await program;
    await gone(pid);
  });
});

async function placeIn(file: string): Promise<string> {
  while (!existsSync(file) || readFileSync(file, "utf8") === "") {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return readFileSync(file, "utf8");
}
