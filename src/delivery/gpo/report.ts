import { element, textElement } from "../xml.ts";
import type { Policy } from "./policy.ts";
import { backupTime, settingsVersion, sourceDomain } from "./source.ts";

const settings = "http://www.microsoft.com/GroupPolicy/Settings";

/** Gives the contents of gpreport.xml, which is for people to look at a backup by; an import does not read it. */
export function report({ name, report: extension }: Policy, policyGuid: string): Uint8Array {
  const types = { xmlns: "http://www.microsoft.com/GroupPolicy/Types" };
  const xml = element(
    "GPO",
    {
      "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      xmlns: settings,
    },
    element(
      "Identifier",
      {},
      element("Identifier", types, policyGuid),
      element("Domain", types, sourceDomain),
    ),
    textElement("Name", name),
    textElement("IncludeComments", "true"),
    ...["CreatedTime", "ModifiedTime", "ReadTime"].map((field) => textElement(field, backupTime)),
    textElement("FilterDataAvailable", "true"),
    element("Computer", {}, ...side(settingsVersion), element("ExtensionData", {}, extension)),
    element("User", {}, ...side(0)),
  );
  return Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>\r\n${xml}`, "utf16le");
}

/** Gives what a report says of the settings of one extension; its elements have the prefix `q1`. */
export function extensionReport(name: string, type: string, ...children: readonly string[]): string {
  const attributes = { "xmlns:q1": `${settings}/${name}`, "xsi:type": `q1:${type}` };
  return element("Extension", attributes, ...children) + textElement("Name", name);
}

function side(version: number): string[] {
  const fields = { VersionDirectory: String(version), VersionSysvol: String(version), Enabled: "true" };
  return Object.entries(fields).map(([key, value]) => textElement(key, value));
}
