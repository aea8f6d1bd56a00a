import type { X509Certificate } from "node:crypto";
import { thumbprints } from "../thumbprint.ts";
import { element, textElement } from "../xml.ts";
import { type Policy, registry, registryFile } from "./policy.ts";
import { type RegistryValue, registryPolicy } from "./registry-policy.ts";
import { extensionReport } from "./report.ts";
import { serializedCertificate } from "./serialized-certificate.ts";

const trustedPublishers = "Software\\Policies\\Microsoft\\SystemCertificates\\TrustedPublisher\\Certificates";
const powerShell = "Software\\Policies\\Microsoft\\Windows\\PowerShell";

/** Gives a policy that has computers trust a publisher, and run signed PowerShell scripts alone. */
export function trustPolicy(name: string, publisher: X509Certificate): Policy {
  const values: RegistryValue[] = [
    {
      key: `${trustedPublishers}\\${thumbprints(publisher).sha1}`,
      name: "Blob",
      value: serializedCertificate(publisher),
    },
    { key: powerShell, name: "EnableScripts", value: 1 },
    { key: powerShell, name: "ExecutionPolicy", value: "AllSigned" },
  ];
  return {
    name,
    extension: registry,
    files: [{ path: registryFile, bytes: registryPolicy(values) }],
    report: extensionReport("Registry", "RegistrySettings", ...values.map(reported)),
  };
}

// Windows' reports have no form for a certificate among these: its key and its value are named.
function reported({ key, name, value }: RegistryValue): string {
  return element(
    "q1:RegistrySetting",
    {},
    textElement("q1:KeyPath", key),
    textElement("q1:AdmSetting", "false"),
    element(
      "q1:Value",
      {},
      textElement("q1:Name", name),
      ...(typeof value === "string" ? [textElement("q1:String", value)] : []),
      ...(typeof value === "number" ? [textElement("q1:Number", String(value))] : []),
    ),
  );
}
