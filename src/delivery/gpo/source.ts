import { contentGuid } from "../content-guid.ts";

/**
 * The domain that a backup says it is from. No such domain can be: an import takes nothing of a domain from it,
 * neither links nor permissions.
 */
export const sourceDomain = "portkeep.invalid";
export const sourceController = `dc.${sourceDomain}`;
export const sourceDomainGuid = contentGuid(sourceDomain, []);

/** Fixed, so that the same input gives the same backup. */
export const backupTime = "1980-01-01T00:00:00";

/** The version of the settings of one side, in SYSVOL and in the directory alike. */
export const settingsVersion = 1;

/** Where a file of the policy was; `path` has `\` between its parts. */
export function sourcePath(policyGuid: string, path: string): string {
  return `\\\\${sourceController}\\sysvol\\${sourceDomain}\\Policies\\${policyGuid}\\${path}`;
}
