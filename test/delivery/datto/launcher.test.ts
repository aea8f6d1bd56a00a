import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { launcherText } from "../../../src/delivery/datto/launcher.ts";
import { runScript } from "../../rig/run.ts";
import { sharedHost } from "../../rig/shared.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const given = await signedPackage();
const text = launcherText(given).slice(1);

/** All that a launcher may call and name. */
const allowed = {
  allowedCommands: ["ForEach-Object", "Get-AuthenticodeSignature", "New-Object", "Set-StrictMode"],
  allowedTypes: [
    ...["BitConverter", "Console", "Environment", "InvalidOperationException", "int", "string", "void"],
    ...["IO.Directory", "IO.DirectoryInfo", "IO.File", "IO.FileAttributes", "IO.Path"],
    ...["IO.FileSystemAclExtensions", "Security.AccessControl.DirectorySecurity"],
    ...["Security.Cryptography.SHA256"],
  ],
  // Used where the version of PowerShell says that it is there.
  newerTypes: ["IO.FileSystemAclExtensions"],
};

test("it has nothing later than PowerShell 2.0, and only allowed commands and types", async () => {
  const findings = await (await sharedHost("linux")).lint(text, allowed);
  // PowerShell's own program, by its full path, and the language mode, read once.
  expect(findings.map((finding) => finding.text)).toEqual([
    "this can run any command: $ExecutionContext",
    "which command this is cannot be told: & $powershell -NoProfile -NonInteractive -ExecutionPolicy $Payload.Policy -File $copy",
  ]);
});

test("in ConstrainedLanguage mode it says that it cannot check the script, and fails", async () => {
  const run = await runScript(text, { on: "linux", languageMode: "ConstrainedLanguage" });
  expect(run).toMatchObject({ exitCode: 1603, stderr: "" });
  expect(run.stdout).toMatch(/^The script did not run: ConstrainedLanguage mode /);
});

test("it begins with a byte order mark, is plain ASCII after it, and has lines ended by LF", () => {
  expect(launcherText(given)).toMatch(/^\ufeff[\n -~]+\n$/);
});

test("it has nothing that antivirus programs dislike", () => {
  expect(text.toLowerCase()).not.toMatch(
    /encodedcommand|invoke-expression|iex |add-type|webclient|temp|frombase64/,
  );
});

test("only its settings depend on the script", () => {
  const withoutSettings = (script: string) => script.replace(/\$Payload = @\{\n[^}]+\}/, "");
  const other = launcherText(unsignedPackage({ products: ["ias"] })).slice(1);
  expect(other).not.toBe(text);
  expect(withoutSettings(other)).toBe(withoutSettings(text));
});

describe("its settings", () => {
  test("name the script, its hash and its signer's, and ask for a signature", () => {
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(settingsOf(text)).toEqual({
      Name: "reserve-ports.ps1",
      Sha256: hash(given.script),
      Signer: hash(given.signer?.raw ?? Buffer.of()),
      Policy: "AllSigned",
    });
  });

  test("ask for none where the script has none", () => {
    expect(settingsOf(launcherText(unsignedPackage()))).toMatchObject({ Signer: "", Policy: "Bypass" });
  });
});

function settingsOf(script: string): Record<string, string | undefined> {
  const [, block = ""] = /\$Payload = @\{\n([^}]+)\}/.exec(script) ?? [];
  const pairs = block.matchAll(/^ {2}(\w+) = '([^']*)'$/gm);
  return Object.fromEntries(Array.from(pairs, ([, name, value]) => [name, value]));
}
