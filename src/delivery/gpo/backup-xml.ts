import { element, textElement } from "../xml.ts";
import { backupBlocks } from "./backup-blocks.ts";
import type { Policy } from "./policy.ts";
import { settingsVersion, sourceDomain } from "./source.ts";

const namespace = "http://www.microsoft.com/GroupPolicy/GPOOperations";

/**
 * The security descriptor O:BAG:BAD:(A;;GA;;;SY)(A;;GA;;;BA), which means the same in every domain. An import does not
 * take permissions from a backup.
 */
const securityDescriptor =
  "01 00 04 80 14 00 00 00 24 00 00 00 00 00 00 00 34 00 00 00 " +
  "01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00 " +
  "01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00 " +
  "02 00 34 00 02 00 00 00 " +
  "00 00 14 00 00 00 00 10 01 01 00 00 00 00 00 05 12 00 00 00 " +
  "00 00 18 00 00 00 00 10 01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00";

/** Gives the contents of Backup.xml, which tells an import what to make of the backup's files. */
export function backupXml(policy: Policy, policyGuid: string): string {
  const { client, tool } = policy.extension;
  const core = {
    ID: policyGuid,
    Domain: sourceDomain,
    SecurityDescriptor: securityDescriptor,
    DisplayName: policy.name,
    // Both sides of the policy are on.
    Options: "0",
    UserVersionNumber: "0",
    // That of the directory, then that of SYSVOL.
    MachineVersionNumber: String((settingsVersion << 16) | settingsVersion),
    MachineExtensionGuids: `[${client}${tool}]`,
    UserExtensionGuids: "",
    WMIFilter: "",
  };
  const scheme = element(
    "GroupPolicyBackupScheme",
    {
      "bkp:version": "2.0",
      "bkp:type": "GroupPolicyBackupTemplate",
      "xmlns:bkp": namespace,
      xmlns: namespace,
    },
    element(
      "GroupPolicyObject",
      {},
      element("SecurityGroups", {}),
      element("FilePaths", {}),
      element(
        "GroupPolicyCoreSettings",
        {},
        ...Object.entries(core).map(([key, value]) => textElement(key, value)),
      ),
      ...backupBlocks(policy, policyGuid),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>${scheme}`;
}
