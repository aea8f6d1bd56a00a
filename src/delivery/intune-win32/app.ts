import { aboutPackage } from "../about.ts";
import type { Package } from "../package.ts";
import { policyOf } from "../raw/starter.ts";

// Intune starts commands from a 32-bit process, in which Windows shows the 64-bit PowerShell under this name alone.
const powershell = "%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe";

/** Gives the command line that runs a package's script for an action. */
export function commandLine(given: Package, action: "Apply" | "Restore"): string {
  const options = `-NoProfile -NonInteractive -ExecutionPolicy ${policyOf(given)}`;
  return `${powershell} ${options} -File ${given.name}.ps1 -Action ${action}`;
}

/** What Intune makes of each code; any that is not listed is a failure to it. */
export const returnCodes = [
  { returnCode: 0, type: "success" },
  { returnCode: 3010, type: "softReboot" },
  // A restart of the DNS Server is enough, of which Intune knows nothing.
  { returnCode: 3011, type: "success" },
  { returnCode: 1641, type: "hardReboot" },
  { returnCode: 1618, type: "retry" },
];

/** Gives the body with which Microsoft Graph's `POST /deviceAppManagement/mobileApps` makes a Win32 app. */
export function win32App(given: Package, detection: Uint8Array) {
  const { title, description, publisher } = aboutPackage(given);
  return {
    "@odata.type": "#microsoft.graph.win32LobApp",
    displayName: title,
    description,
    publisher,
    fileName: `${given.name}.intunewin`,
    setupFilePath: `${given.name}.ps1`,
    installCommandLine: commandLine(given, "Apply"),
    uninstallCommandLine: commandLine(given, "Restore"),
    applicableArchitectures: "x64",
    // The oldest that there are Win32 apps for.
    minimumSupportedWindowsRelease: "1607",
    installExperience: { runAsAccount: "system", deviceRestartBehavior: "basedOnReturnCode" },
    returnCodes,
    rules: [detectionRule(detection, given.signer !== null)],
  };
}

// Detected is what exits with 0 and says something.
function detectionRule(script: Uint8Array, isSigned: boolean) {
  return {
    "@odata.type": "#microsoft.graph.win32LobAppPowerShellScriptRule",
    ruleType: "detection",
    enforceSignatureCheck: isSigned,
    runAs32Bit: false,
    scriptContent: Buffer.from(script).toString("base64"),
    operationType: "notConfigured",
    operator: "notConfigured",
  };
}
