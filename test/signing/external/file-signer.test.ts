import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { parseSignCommand, type SignCommand } from "../../../src/signing/external/command.ts";
import {
  type FileSigner,
  type FileSignerOptions,
  fileSigner,
} from "../../../src/signing/external/file-signer.ts";
import { verifyByOsslsigncode } from "../oracles/osslsigncode.ts";
import { sampleNames, samples } from "../oracles/samples.ts";
import { pki } from "../pki.ts";
import { installTools } from "../tools.ts";
import { hang, isRunning, nodeCommand, pidIn, tellPid } from "./programs.ts";

await installTools();
const { root, signers } = await pki();
const folder = mkdtempSync(join(tmpdir(), "portkeep-file-signer-"));
const pidFile = join(folder, "pid");
const script = Buffer.from("'a script'\r\n");
let signer: FileSigner;

afterEach(async () => {
  vi.unstubAllEnvs();
  await signer.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(command: SignCommand<"file">, options: Partial<FileSignerOptions> = {}): FileSigner {
  signer = fileSigner({ command, env: process.env, check: () => {}, retries: [], ...options });
  return signer;
}

const node = (code: string, ...args: string[]) =>
  nodeCommand(
    "file",
    `const fs = require("fs"); const [file, out] = process.argv.slice(1); ${code}`,
    ...args,
  );
const inPlace = node("fs.appendFileSync(file, 'signature')", "{file}");
const sign = (bytes: Uint8Array = script) => signer.sign(bytes, "sha256");

describe("a script is signed", () => {
  test("in place", async () => {
    start(inPlace);
    expect(Buffer.from(await sign()).toString()).toBe("'a script'\r\nsignature");
  });

  test("into another file", async () => {
    start(node("fs.writeFileSync(out, fs.readFileSync(file) + 'signature')", "{file}", "{out}"));
    expect(Buffer.from(await sign()).toString()).toBe("'a script'\r\nsignature");
  });

  test("as a file of its own, whose name ends as a script's, with the hash's name", async () => {
    const code = "fs.writeFileSync(file, fs.readdirSync(require('path').dirname(file)) + out)";
    start(node(code, "{file}", " {hash-name}"));
    expect(Buffer.from(await signer.sign(script, "sha384")).toString()).toBe("script.ps1 sha384");
  });

  test("byte by byte, whatever its encoding", async () => {
    start(inPlace);
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    expect(
      Buffer.from(await sign(bytes))
        .subarray(0, 256)
        .equals(bytes),
    ).toBe(true);
  });

  test.each(sampleNames)("by osslsigncode, which then finds it good: %s", async (name) => {
    const { chainFile, keyFile } = signers.rsa2048;
    const command = parseSignCommand(
      `osslsigncode sign -certs "${chainFile}" -key "${keyFile}" -h {hash-name} -in {file} -out {out}`,
    );
    if (command.kind !== "file") throw new Error("it signs no file");
    start(command);
    const signed = await sign(samples[name]);
    expect(await verifyByOsslsigncode(signed, { root })).toMatchObject({ ok: true });
  });
});

describe("what came back is checked", () => {
  test("by the caller, who gets both texts", async () => {
    const check = vi.fn();
    start(inPlace, { check });
    const signed = await sign();
    expect(check.mock.calls).toEqual([[script, signed]]);
  });

  test.each([
    [
      "at once",
      () => {
        throw new Error("other body");
      },
    ],
    [
      "later",
      async () => {
        throw new Error("other body");
      },
    ],
  ])("and not given where the check fails %s", async (_, check) => {
    start(inPlace, { check });
    await expect(sign()).rejects.toThrow("other body");
  });
});

describe("a script is not signed", () => {
  test.each([
    ["where the command leaves it as it is", node("console.log('0 files signed')", "{file}"), "file"],
    [
      "where the command removes it",
      node("fs.rmSync(file); console.log('0 files signed')", "{file}"),
      "file",
    ],
    [
      "where it does not write the other file",
      node("console.log('0 files signed')", "{file}", "{out}"),
      "out",
    ],
    [
      "where it signs in place and not into the other file",
      node("fs.appendFileSync(file, 'x'); console.log('0 files signed')", "{file}", "{out}"),
      "out",
    ],
  ])("%s", async (_, command, from) => {
    start(command);
    await expect(sign()).rejects.toMatchObject({
      code: "sign-command-no-result",
      facts: { from, output: "0 files signed" },
    });
  });

  test("where it becomes larger by more than a mebibyte", async () => {
    start(node("fs.appendFileSync(file, Buffer.alloc(1024 * 1024 + 1))", "{file}"));
    await expect(sign()).rejects.toMatchObject({ code: "sign-command-too-much" });
  });

  test("where the command fails, which is tried again with a fresh copy", async () => {
    const tries = join(folder, "tries");
    const code = `fs.appendFileSync(${JSON.stringify(tries)}, "x"); fs.appendFileSync(file, "half");
      if (fs.readFileSync(${JSON.stringify(tries)}).length < 3) process.exitCode = 1;`;
    start(node(code, "{file}"), { retries: [1, 1] });
    expect(Buffer.from(await sign()).toString()).toBe("'a script'\r\nhalf");
  });
});

test("one at a time", () => {
  expect(start(inPlace).concurrency).toBe(1);
});

test("no process and no file is left after the close, which waits for it", async () => {
  vi.stubEnv("TMPDIR", folder);
  const folders = () => readdirSync(folder).filter((name) => name.startsWith("portkeep-"));
  rmSync(pidFile, { force: true });
  start(node(tellPid(pidFile) + hang, "{file}"));
  const signing = Promise.allSettled([sign()]);
  const pid = await pidIn(pidFile);
  expect(folders()).toHaveLength(1);
  await signer.close();
  expect(isRunning(pid)).toBe(false);
  expect(folders()).toEqual([]);
  expect(await signing).toMatchObject([{ status: "rejected" }]);
});
