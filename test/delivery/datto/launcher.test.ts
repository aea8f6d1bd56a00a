import { expect, test } from "vitest";
import { launcherText } from "../../../src/delivery/datto/launcher.ts";
import { runScript } from "../../rig/run.ts";
import { sharedHost } from "../../rig/shared.ts";
import { signedPackage } from "../package.ts";

const given = await signedPackage();
const text = launcherText(given).slice(1);

/** All that a launcher may call and name. */
const allowed = {
  allowedCommands: [
    "ForEach-Object",
    "Get-AuthenticodeSignature",
    "New-Object",
    "Set-StrictMode",
    "Where-Object",
  ],
  allowedTypes: [
    ...["int", "string", "void"],
    ...["System.BitConverter", "System.Console", "System.Environment", "System.Security.Cryptography.SHA256"],
    ...["System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.File", "System.IO.FileAttributes"],
    ...["System.IO.FileSystemAclExtensions", "System.IO.Path"],
    "System.Security.AccessControl.DirectorySecurity",
  ],
  // Used where the version of PowerShell says that it is there.
  newerTypes: ["System.IO.FileSystemAclExtensions"],
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
