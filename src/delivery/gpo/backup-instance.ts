import { element, textElement } from "../xml.ts";
import { backupTime, sourceController, sourceDomain, sourceDomainGuid } from "./source.ts";

const namespace = "http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest";

/** A backup of a policy, and the policy it is of. */
export interface Instance {
  backupId: string;
  policyGuid: string;
  name: string;
}

/** Gives the contents of manifest.xml, which lists the backups of a folder. */
export function manifest(instances: readonly Instance[]): string {
  const attributes = { xmlns: namespace, "xmlns:mfst": namespace, "mfst:version": "1.0" };
  return element("Backups", attributes, ...instances.map((instance) => backupInstance(instance)));
}

/** Gives the contents of bkupInfo.xml, the same of one backup. */
export function backupInfo(instance: Instance): string {
  return backupInstance(instance, namespace);
}

function backupInstance({ backupId, policyGuid, name }: Instance, xmlns?: string): string {
  const fields = {
    GPOGuid: policyGuid,
    GPODomain: sourceDomain,
    GPODomainGuid: sourceDomainGuid,
    GPODomainController: sourceController,
    BackupTime: backupTime,
    ID: backupId,
    Comment: "",
    GPODisplayName: name,
  };
  const children = Object.entries(fields).map(([key, value]) => textElement(key, value));
  return element("BackupInst", { xmlns }, ...children);
}
