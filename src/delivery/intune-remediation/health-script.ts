import type { About } from "../about.ts";

/** The two scripts of a remediation. */
export interface Scripts {
  detection: Uint8Array;
  remediation: Uint8Array;
}

/** Gives the body with which Microsoft Graph's `POST /deviceManagement/deviceHealthScripts` makes a remediation. */
export function healthScript({ title, description, publisher }: About, scripts: Scripts, isSigned: boolean) {
  return {
    "@odata.type": "#microsoft.graph.deviceHealthScript",
    displayName: title,
    description,
    publisher,
    detectionScriptContent: base64(scripts.detection),
    remediationScriptContent: base64(scripts.remediation),
    runAsAccount: "system",
    // Where it is off, Intune starts PowerShell with the policy Bypass, which no signature can help.
    enforceSignatureCheck: isSigned,
    runAs32Bit: false,
    // The scope that every tenant has.
    roleScopeTagIds: ["0"],
  };
}

function base64(script: Uint8Array): string {
  return Buffer.from(script).toString("base64");
}
