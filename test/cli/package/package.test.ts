import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { targets } from "../../../src/delivery/targets.ts";
import { verifyScript } from "../../../src/signing/verify/verify.ts";
import { filesIn, page, portkeep, scriptOf } from "../console.ts";
import { bytesOf, fingerprint, folderToSign, signedBy, signer, signers, withKey } from "../signed.ts";

const signed = await signedBy(signer);
const given = { "reserve.ps1": signed };
const pack = (folder: string, ...more: string[]) => portkeep(["package", "reserve.ps1", ...more], folder);

test("it writes a folder for each tool, and says where to read on", async () => {
  const folder = folderToSign(given);
  const outcome = await pack(folder, "--for", "raw,tactical", "--for", "level", "-o", "out");
  expect(outcome).toMatchObject({ code: 0, stdout: "out/raw\nout/tactical\nout/level\n" });
  expect(outcome.stderr).toBe(
    "Next, read how to go on:\n  out/raw/README.md\n  out/tactical/README.md\n  out/level/README.md\n",
  );
  expect(filesIn(join(folder, "out/raw"))).toEqual(
    ["README.md", "SHA256SUMS", "reserve.cmd", "reserve.ps1", "settings-card.md"].sort(),
  );
  expect(bytesOf(folder, "out/raw/reserve.ps1")).toEqual(signed);
});

test("without -o it goes into a folder in out that is named after the script", async () => {
  const folder = folderToSign(given);
  expect(await pack(folder, "--for", "raw")).toMatchObject({ code: 0, stdout: "out/reserve/raw\n" });
});

test("a script from standard input gets the name that render gives it", async () => {
  const folder = folderToSign();
  const outcome = await portkeep(["package", "-", "--for", "raw"], folder, signed);
  expect(outcome.stdout).toMatch(/^out\/portkeep-ias-[0-9a-f]{8}\/raw\n$/);
});

test("the JSON lists every file with its SHA-256", async () => {
  const folder = folderToSign(given);
  const { stdout, code } = await pack(folder, "--for", "raw", "--json");
  const result = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(result).toMatchObject({ schema: 1, command: "package", signer: { sha256: fingerprint(signer) } });
  const [{ target, folder: written, files }] = result.bundles;
  expect({ target, written }).toEqual({ target: "raw", written: "out/reserve/raw" });
  for (const { path, sha256, bytes } of files) {
    const content = bytesOf(folder, join(written, path));
    expect({ path, sha256, bytes }).toEqual({
      path,
      sha256: createHash("sha256").update(content).digest("hex"),
      bytes: content.length,
    });
  }
});

test("with the key that signed it, what a bundle needs beside the script is signed too", async () => {
  const folder = folderToSign(given);
  expect(await pack(folder, "--for", "configmgr", ...withKey)).toMatchObject({ code: 0 });
  const made = bytesOf(folder, "out/reserve/configmgr/New-Items.ps1");
  const options = {
    roots: [],
    signer: fingerprint(signer),
    integrityOnly: false,
    allowSha1: false,
    now: new Date(),
  };
  expect(verifyScript(made, options).findings).toEqual([]);
});

test("an unsigned script is packaged, with a warning", async () => {
  const folder = folderToSign({ "reserve.ps1": scriptOf({ products: ["ias"] }) });
  const outcome = await pack(folder, "--for", "raw");
  expect(outcome.code).toBe(0);
  expect(outcome.stderr).toMatch(/^warning: the script is not signed, so nothing that is made of it can ask/);
});

describe("a VBScript", () => {
  const script = scriptOf({ products: ["sbs-2000"], format: "vbs" });

  test("is packaged as it is, with a warning to compare its hash", async () => {
    const folder = folderToSign({ "reserve.vbs": script });
    const outcome = await portkeep(["package", "reserve.vbs", "--for", "raw,gpo"], folder);
    expect(outcome).toMatchObject({ code: 0, stdout: "out/reserve/raw\nout/reserve/gpo\n" });
    expect(outcome.stderr).toMatch(/^warning: a VBScript is not signed, .* Compare its SHA-256/);
    expect(bytesOf(folder, "out/reserve/raw/reserve.vbs")).toEqual(script);
  });

  test("from standard input gets the name that render gives it", async () => {
    const folder = folderToSign();
    const outcome = await portkeep(["package", "-", "--for", "raw"], folder, script);
    expect(outcome.stdout).toMatch(/^out\/portkeep-sbs-2000-[\w-]+\/raw\n$/);
    const [name] = filesIn(join(folder, outcome.stdout.trim())).filter((file) => file.endsWith(".vbs"));
    expect(name).toMatch(/^portkeep-sbs-2000-.*[0-9a-f]{8}\.vbs$/);
  });
});

test("a second run replaces what the first wrote; what was changed since is left alone", async () => {
  const folder = folderToSign(given);
  await pack(folder, "--for", "raw");
  expect(await pack(folder, "--for", "raw")).toMatchObject({ code: 0 });
  writeFileSync(join(folder, "out/reserve/raw/README.md"), "mine");
  const { code, stderr } = await pack(folder, "--for", "raw");
  expect(code).toBe(2);
  expect(stderr).toContain("README.md");
  expect(readFileSync(join(folder, "out/reserve/raw/README.md"), "utf8")).toBe("mine");
});

test("where one bundle cannot be made, none is written", async () => {
  const folder = folderToSign(given);
  const before = filesIn(folder);
  expect(await pack(folder, "--for", "raw,nupkg")).toMatchObject({ code: 2 });
  expect(filesIn(folder)).toEqual(before);
});

describe("every tool is named", () => {
  test.each(["en", "nl"])("by the help (%s)", async (locale) => {
    const { stdout } = await portkeep(["package", "--help", "--locale", locale]);
    for (const target of Object.keys(targets)) expect(stdout).toMatch(new RegExp(`\\b${target}\\b`));
  });

  test("by the page of packages", () => {
    const [, table = ""] = page("packages.md").split("| target | really run |");
    const cells = table.match(/^\| `[^|]+ \|/gm) ?? [];
    const names = cells.flatMap((cell) => cell.match(/[\w-]+/g) ?? []);
    expect(names.sort()).toEqual(Object.keys(targets).sort());
  });
});

describe("a script for Windows Server 2003", () => {
  const script = scriptOf({ products: ["ias"], os: "windows-server-2003" });

  test.each([
    [
      "SHA-256, which it cannot read",
      "sha256",
      [],
      /^warning: .*Windows Server 2003 reads no .*--hash sha1/gm,
      1,
    ],
    [
      "SHA-256, in Dutch",
      "sha256",
      ["--locale", "nl"],
      /^waarschuwing: .*Windows Server 2003 .*--hash sha1/gm,
      1,
    ],
    ["SHA-1", "sha1", [], /^warning: /gm, 0],
  ] as const)("signed with %s", async (_, hash, options, warning, count) => {
    const folder = folderToSign({ "reserve.ps1": await signedBy(signer, script, hash) });
    const { code, stderr } = await pack(folder, "--for", "raw,gpo", ...options, ...withKey);
    expect(code).toBe(0);
    expect(stderr.match(warning) ?? []).toHaveLength(count);
  });
});

test("a script of SHA-1, for Windows Server 2003, is packaged, and its card says what that is worth", async () => {
  const folder = folderToSign({ "reserve.ps1": await signedBy(signers.rsa2048, undefined, "sha1") });
  expect(await pack(folder, "--for", "raw")).toMatchObject({ code: 0 });
  expect(bytesOf(folder, "out/reserve/raw/settings-card.md").toString()).toContain("| hash | SHA-1, ");
});
