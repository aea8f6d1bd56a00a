import { chmodSync, lstatSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { verifyByOsslsigncode } from "../../signing/oracles/osslsigncode.ts";
import { installTools } from "../../signing/tools.ts";
import { filesIn, portkeep } from "../console.ts";
import {
  bytesOf,
  fingerprint,
  folderToSign,
  root,
  signedBy,
  signer,
  signers,
  unsigned,
  withKey,
} from "../signed.ts";

await installTools();
const wanted = await signedBy(signer);

describe("where the signed script goes", () => {
  test("into its own place, and its path is all of standard output", async () => {
    const folder = folderToSign();
    const before = filesIn(folder);
    const outcome = await portkeep(["sign", "script.ps1", ...withKey], folder);
    expect(outcome).toMatchObject({ code: 0, stdout: "script.ps1\n" });
    expect(bytesOf(folder)).toEqual(wanted);
    expect(filesIn(folder)).toEqual(before);
  });

  test("into the file that -o names, with its folder, and the script stays as it is", async () => {
    const folder = folderToSign();
    const outcome = await portkeep(["sign", "script.ps1", ...withKey, "-o", "signed/new.ps1"], folder);
    expect(outcome).toMatchObject({ code: 0, stdout: "signed/new.ps1\n" });
    expect(bytesOf(folder, "signed/new.ps1")).toEqual(wanted);
    expect(bytesOf(folder)).toEqual(unsigned);
  });

  test.each([
    ["from a file", ["script.ps1", "-o", "-"]],
    ["from standard input", ["-"]],
    ["from standard input, said twice", ["-", "-o", "-"]],
  ])("to standard output, byte by byte: %s", async (_, argv) => {
    const folder = folderToSign();
    const outcome = await portkeep(["sign", ...argv, ...withKey], folder, unsigned);
    expect(outcome.code).toBe(0);
    expect(outcome.bytes).toEqual(wanted);
    expect(bytesOf(folder)).toEqual(unsigned);
  });

  test("from standard input into a file", async () => {
    const folder = folderToSign();
    const outcome = await portkeep(["sign", "-", ...withKey, "-o", "new.ps1"], folder, unsigned);
    expect(outcome).toMatchObject({ code: 0, stdout: "new.ps1\n" });
    expect(bytesOf(folder, "new.ps1")).toEqual(wanted);
  });

  test.skipIf(process.platform === "win32")("who may read and run it stays as it was", async () => {
    const folder = folderToSign();
    chmodSync(join(folder, "script.ps1"), 0o750);
    await portkeep(["sign", "script.ps1", ...withKey], folder);
    expect(statSync(join(folder, "script.ps1")).mode & 0o777).toBe(0o750);
  });

  test.skipIf(process.platform === "win32")("behind a link to the script, which stays one", async () => {
    const folder = folderToSign();
    symlinkSync("script.ps1", join(folder, "link.ps1"));
    await portkeep(["sign", "link.ps1", ...withKey], folder);
    expect(lstatSync(join(folder, "link.ps1")).isSymbolicLink()).toBe(true);
    expect(bytesOf(folder)).toEqual(wanted);
  });

  test.each([
    ["a list", ["sites.csv"], { file: "sites.csv" }],
    ["a batch file", ["x.cmd"], { file: "x.cmd" }],
    ["XML of PowerShell's, in which a signature has another form", ["x.ps1xml"], { file: "x.ps1xml" }],
    ["nothing that Windows knows", ["script"], { file: "script" }],
    ["a text", ["script.ps1", "-o", "x.txt"], { option: "--output" }],
  ])("not under the name of %s", async (_, argv, place) => {
    const [file = "", , output = file] = argv;
    const folder = folderToSign({ [file]: unsigned });
    const { code, stdout } = await portkeep(["sign", ...argv, ...withKey, "--json"], folder);
    const facts = { file: output, ending: ".ps1" };
    expect(JSON.parse(stdout).error).toMatchObject({ code: "output-ending", facts, place });
    expect(code).toBe(2);
    expect(bytesOf(folder, file)).toEqual(unsigned);
  });

  test.each(["module.psm1", "Module.PSD1"])("into a module as well: %s", async (file) => {
    const folder = folderToSign({ [file]: unsigned });
    expect(await portkeep(["sign", file, ...withKey], folder)).toMatchObject({ code: 0 });
    expect(bytesOf(folder, file)).toEqual(wanted);
  });

  test("nowhere, where a folder has that name", async () => {
    const folder = folderToSign();
    mkdirSync(join(folder, "taken.ps1"));
    const before = filesIn(folder);
    const outcome = await portkeep(["sign", "script.ps1", ...withKey, "-o", "taken.ps1"], folder);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(filesIn(folder)).toEqual(before);
  });

  test("not to standard output together with JSON", async () => {
    const outcome = await portkeep(["sign", "script.ps1", ...withKey, "-o", "-", "--json"], folderToSign());
    expect(outcome.code).toBe(2);
    expect(JSON.parse(outcome.stdout).error.code).toBe("stdout-taken");
  });
});

describe("what is signed", () => {
  test("is accepted by osslsigncode", async () => {
    const folder = folderToSign();
    await portkeep(["sign", "script.ps1", ...withKey], folder);
    expect(await verifyByOsslsigncode(bytesOf(folder), { root })).toMatchObject({ ok: true });
  });

  test("is the same bytes when it is signed again", async () => {
    const folder = folderToSign();
    for (let run = 0; run < 2; run++) await portkeep(["sign", "script.ps1", ...withKey], folder);
    expect(bytesOf(folder)).toEqual(wanted);
  });

  test("has the signature by the new key alone, when it is signed by another", async () => {
    const folder = folderToSign({ "script.ps1": await signedBy(signers.p256) });
    await portkeep(["sign", "script.ps1", ...withKey], folder);
    expect(bytesOf(folder)).toEqual(wanted);
  });

  test.each<[string, Buffer]>([
    ["UTF-8 with a byte order mark", Buffer.from("\ufeff'\u00e9'\r\n")],
    ["UTF-16", Buffer.from("\ufeff'\u00e9'\r\n", "utf16le")],
    ["LF line ends", Buffer.from("'x'\n")],
  ])("stays in %s", async (_, script) => {
    const folder = folderToSign({ "script.ps1": script });
    await portkeep(["sign", "script.ps1", ...withKey], folder);
    expect(bytesOf(folder)).toEqual(await signedBy(signer, script));
    expect(bytesOf(folder).subarray(0, script.length)).toEqual(script);
  });

  test.each(["sha256", "sha384", "sha1"] as const)("has the hash that --hash names: %s", async (hash) => {
    const folder = folderToSign();
    await portkeep(["sign", "script.ps1", ...withKey, "--hash", hash], folder);
    expect(bytesOf(folder)).toEqual(await signedBy(signer, unsigned, hash));
  });
});

describe("what is said", () => {
  test("is who signed and when that ends, on standard error", async () => {
    const { stderr } = await portkeep(["sign", "script.ps1", ...withKey], folderToSign());
    expect(stderr).toBe(
      "Signed by CN=Test Signer rsa2048, with SHA-256.\n" +
        "Without a timestamp the signature ends on 2049-12-31, with its certificate. Sign again before that day, or add --timestamp URL.\n",
    );
  });

  test("is in Dutch where that is asked for", async () => {
    const argv = ["sign", "script.ps1", ...withKey, "--locale", "nl"];
    const { stderr } = await portkeep(argv, folderToSign());
    expect(stderr).toMatch(/^Ondertekend door CN=.*\nZonder tijdstempel eindigt .* op 2049-12-31, /);
  });

  test("warns of SHA-1, which verify refuses", async () => {
    const argv = ["sign", "script.ps1", ...withKey, "--hash", "sha1"];
    const { code, stderr } = await portkeep(argv, folderToSign());
    expect(stderr).toMatch(
      /^Signed by .*, with SHA-1\.\nwarning: SHA-1 no longer proves anything\. .*--allow-sha1\.\n/,
    );
    expect(code).toBe(0);
  });

  test("warns of a size that some RMM tools do not take, and signs", async () => {
    const script = Buffer.from(`'${"x".repeat(70_000)}'\r\n`);
    const { code, stderr } = await portkeep(
      ["sign", "script.ps1", ...withKey],
      folderToSign({ "script.ps1": script }),
    );
    expect(stderr).toMatch(
      /\nwarning: the signed script has 7\d,\d{3} bytes\. Some RMM tools take no more than 65,535\.\n$/,
    );
    expect(code).toBe(0);
  });

  test("is as JSON the same in stable keys", async () => {
    const folder = folderToSign();
    const { code, stdout } = await portkeep(["sign", "script.ps1", ...withKey, "--json"], folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      command: "sign",
      file: "script.ps1",
      signed: true,
      bytes: bytesOf(folder).length,
      hash: "sha256",
      signer: {
        subject: "CN=Test Signer rsa2048",
        issuer: "CN=Test Intermediate",
        sha256: fingerprint(signer),
        notBefore: "2020-01-01T00:00:00.000Z",
        notAfter: "2049-12-31T00:00:00.000Z",
      },
      development: false,
      timestamp: null,
    });
  });
});

test("the script is looked at before a password is asked for", async () => {
  const ask = vi.fn(async () => "");
  const argv = ["sign", "missing.ps1", "--sign-pfx", "signer.pfx"];
  const { code, stderr } = await portkeep(argv, folderToSign({ "signer.pfx": "x" }), "", { ask });
  expect(stderr).toMatch(/^error: missing\.ps1: /);
  expect(code).toBe(2);
  expect(ask).not.toHaveBeenCalled();
});
