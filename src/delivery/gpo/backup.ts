import { contentGuid } from "../content-guid.ts";
import type { BundleFile } from "../package.ts";
import { backupInfo, type Instance, manifest } from "./backup-instance.ts";
import { backupXml } from "./backup-xml.ts";
import type { Policy } from "./policy.ts";
import { report } from "./report.ts";

/** Gives the id of a policy's backup, which is also the name of its folder. */
export function backupIdOf({ name, files }: Policy): string {
  return contentGuid(`backup ${name}`, files);
}

/** Gives the files of a folder of backups as the Group Policy Management Console writes it, for `Import-GPO -Path`. */
export function backupFolder(policies: readonly Policy[]): BundleFile[] {
  const backups = policies.map((policy) => ({ policy, instance: instanceOf(policy) }));
  return [
    textFile("manifest.xml", manifest(backups.map(({ instance }) => instance))),
    ...backups.flatMap(({ policy, instance }) => [
      textFile(`${instance.backupId}/bkupInfo.xml`, backupInfo(instance)),
      textFile(`${instance.backupId}/Backup.xml`, backupXml(policy, instance.policyGuid)),
      { path: `${instance.backupId}/gpreport.xml`, bytes: report(policy, instance.policyGuid) },
      ...policy.files.map(({ path, bytes }) => ({
        path: `${instance.backupId}/DomainSysvol/GPO/${path}`,
        bytes,
      })),
    ]),
  ];
}

function instanceOf(policy: Policy): Instance {
  const { name, files } = policy;
  return { backupId: backupIdOf(policy), policyGuid: contentGuid(`policy ${name}`, files), name };
}

function textFile(path: string, text: string): BundleFile {
  return { path, bytes: Buffer.from(text) };
}
