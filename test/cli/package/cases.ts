import type { ErrorCode } from "../../../src/errors.ts";
import { issue } from "../../signing/pki.ts";
import { scriptOf } from "../console.ts";
import { intermediate, signedBy, signer } from "../signed.ts";

const signed = await signedBy(signer);
const wide = await issue(intermediate, {
  key: signer,
  name: "Wide",
  extensions: { nsComment: "x".repeat(30_000) },
});
const text = signed.toString("latin1");

/** The scripts that these command lines name. */
export const packageFiles: Record<string, string | Uint8Array> = {
  "signed.ps1": signed,
  "with blank.ps1": signed,
  "aux.ps1": signed,
  "New-Items.ps1": signed,
  "edited.ps1": Buffer.from(text.replace("Reboot = 'Never'", "Reboot = 'IfNeeded'"), "latin1"),
  // What render would refuse, and sign only warns of.
  "large.ps1": await signedBy(wide),
  "half-signed.ps1": signed.subarray(0, -300),
  "reserve.vbs": scriptOf({ products: ["sbs-2000"], format: "vbs" }),
  "restores.ps1": scriptOf({ products: ["ias"], action: "Restore" }),
  "restarts.ps1": await signedBy(signer, scriptOf({ products: ["ias"], reboot: "IfNeeded" })),
};

const pack = (script: string, tool: string, ...options: string[]) => [
  "package",
  script,
  "--for",
  tool,
  ...options,
];
const own = ["--sign-key", "key.pem", "--sign-cert", "chain.pem"];

/** Command lines for the errors about bundles. */
export const packageCases: Partial<Record<ErrorCode, string[][]>> = {
  "package-name": [pack("with blank.ps1", "raw"), pack("aux.ps1", "raw")],
  "package-name-taken": [pack("New-Items.ps1", "configmgr", ...own)],
  "package-vbs": [pack("reserve.vbs", "tactical"), pack("reserve.vbs", "raw,gpo-trust")],
  "package-not-as-rendered": [pack("edited.ps1", "raw"), pack("edited.ps1", "raw", ...own)],
  "package-signature": [pack("half-signed.ps1", "raw")],
  "package-needs-key": [pack("signed.ps1", "gpo"), pack("signed.ps1", "raw,configmgr")],
  "package-other-signer": [
    pack("signed.ps1", "gpo", "--sign-key", "other.pem", "--sign-cert", "other-chain.pem"),
  ],
  "package-script-unsigned": [pack("script.ps1", "raw", ...own)],
  "package-unsigned": [pack("script.ps1", "gpo"), pack("script.ps1", "gpo-trust")],
  "package-action": ["configmgr", "gpo", "intune-win32", "nupkg"].map((tool) => pack("restores.ps1", tool)),
  "package-restart": [pack("restarts.ps1", "configmgr", ...own)],
  "package-too-large": [pack("large.ps1", "nable")],
  "package-folder-taken": [pack("signed.ps1", "raw", "-o", "kept")],
};
