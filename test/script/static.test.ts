import { describe, expect, test } from "vitest";
import type { Choice } from "../../src/plan/choice.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { sharedHost } from "../rig/shared.ts";

/** All that a script may call and name. A longer list is a decision, not an accident. */
const allowed = {
  allowedCommands: ["New-Object", "Set-StrictMode", "Where-Object", "Write-Verbose"],
  allowedTypes: [
    ...["array", "bool", "byte", "char", "int", "int[]", "object", "object[]"],
    ...["regex", "string", "string[]", "switch", "void", "Microsoft.Win32.Registry"],
    ...["Array", "BitConverter", "Buffer", "Console", "DateTime", "Environment", "InvalidOperationException"],
    ...["Diagnostics.EventLog", "Diagnostics.Process", "Diagnostics.ProcessStartInfo"],
    ...["Globalization.CultureInfo", "IO.Directory", "IO.DirectoryInfo", "IO.DriveInfo", "IO.File"],
    ...["IO.FileAccess", "IO.FileAttributes", "IO.FileOptions", "IO.FileStream", "IO.MemoryStream"],
    ...["IO.Path", "Math", "Runtime.InteropServices.Marshal", "Security.AccessControl.DirectorySecurity"],
    ...["Security.Principal.WindowsBuiltInRole", "Security.Principal.WindowsIdentity"],
    ...["Security.Principal.WindowsPrincipal", "Security.SecurityException", "StringComparer"],
    ...["Text.Encoding", "Threading.Thread", "UnauthorizedAccessException", "IO.FileSystemAclExtensions"],
  ],
  // Used where the version of PowerShell says that it is there.
  newerTypes: ["IO.FileSystemAclExtensions"],
};

const choices: [string, Choice][] = [
  ["one product", { products: ["ias"] }],
  ["the whole article", { products: ["all"] }],
  [
    "own ports with labels",
    { ports: ["5000-5010=Backup agent (nightly)", "7000"], os: "windows-server-2003" },
  ],
  [
    "other defaults",
    { products: ["ipsec"], action: "Test", reboot: "IfNeeded", rebootExitCode: 0, newline: "lf" },
  ],
];

describe.each(choices)("a script for %s", (_, choice) => {
  const script = new TextDecoder().decode(renderScript(makePlan(choice), "1.0.0").bytes);

  test("has nothing later than PowerShell 2.0, and only allowed commands and types", async () => {
    const host = await sharedHost("linux");
    const findings = await host.lint(script, allowed);
    // Read once, to see the language mode; anything else it can do stays forbidden.
    expect(script.match(/\$ExecutionContext\b.*/g)).toEqual([
      "$ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {",
    ]);
    expect(findings.filter(({ text }) => text !== "this can run any command: $ExecutionContext")).toEqual([]);
  });

  test("has nothing that antivirus programs dislike", () => {
    const text = script.toLowerCase();
    for (const word of [
      "-encodedcommand",
      "invoke-expression",
      "iex ",
      "add-type",
      "downloadstring",
      "webclient",
    ]) {
      expect(text).not.toContain(word);
    }
    for (const word of ["%temp%", "$env:temp", "gettemppath", "runas", "frombase64", "{{", "2>"]) {
      expect(text).not.toContain(word);
    }
  });
});
