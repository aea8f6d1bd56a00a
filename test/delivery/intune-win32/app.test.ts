import { describe, expect, test } from "vitest";
import { win32App } from "../../../src/delivery/intune-win32/app.ts";
import { expectGraphType } from "../graph.ts";
import { signedPackage, unsignedPackage } from "../package.ts";

const given = await signedPackage();
const detection = Buffer.from("'a script'\r\n");
const app = win32App(given, detection);

test("the app and all in it have the properties that Graph documents", () => {
  expectGraphType(app, "win32LobApp");
  expectGraphType(app.installExperience, "win32LobAppInstallExperience");
  for (const code of app.returnCodes) expectGraphType(code, "win32LobAppReturnCode");
  for (const rule of app.rules) expectGraphType(rule, "win32LobAppPowerShellScriptRule");
});

test("it installs and removes by the 64-bit PowerShell, as Intune's 32-bit process sees it, with fixed arguments", () => {
  const command =
    "%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -NonInteractive -ExecutionPolicy AllSigned -File reserve-ports.ps1 -Action";
  expect([app.installCommandLine, app.uninstallCommandLine]).toEqual([
    `${command} Apply`,
    `${command} Restore`,
  ]);
});

test("the codes of the contract that are no failure have a meaning, and no other code has", () => {
  expect(app.returnCodes).toEqual([
    { returnCode: 0, type: "success" },
    { returnCode: 3010, type: "softReboot" },
    { returnCode: 3011, type: "success" },
    { returnCode: 1641, type: "hardReboot" },
    { returnCode: 1618, type: "retry" },
  ]);
});

test("it names its files, and runs as the system, restarting as the codes say", () => {
  expect(app).toMatchObject({
    fileName: "reserve-ports.intunewin",
    setupFilePath: "reserve-ports.ps1",
    applicableArchitectures: "x64",
    minimumSupportedWindowsRelease: "1607",
    installExperience: { runAsAccount: "system", deviceRestartBehavior: "basedOnReturnCode" },
  });
});

test("one script detects it, in the 64-bit PowerShell, with its signature checked", () => {
  expect(app.rules).toEqual([
    expect.objectContaining({
      ruleType: "detection",
      enforceSignatureCheck: true,
      runAs32Bit: false,
      scriptContent: detection.toString("base64"),
    }),
  ]);
});

test("the publisher is the signer, and the description tells each range and who needs it", () => {
  expect(app.publisher).toBe("Test Signer rsa2048");
  expect(app.description).toMatch(/^- 1812-1813 .+ \(KB 956189\)$/m);
});

describe("of a script that is not signed", () => {
  const unsigned = win32App(unsignedPackage(), detection);

  test("no signature is asked for, which every machine would refuse", () => {
    expect(unsigned.installCommandLine).toContain(" -ExecutionPolicy Bypass ");
    expect(unsigned.uninstallCommandLine).toContain(" -ExecutionPolicy Bypass ");
    expect(unsigned.rules[0]?.enforceSignatureCheck).toBe(false);
  });

  test("the publisher is portkeep", () => {
    expect(unsigned.publisher).toBe("portkeep");
  });
});
