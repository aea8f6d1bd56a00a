import { aboutPackage } from "../about.ts";
import { contentGuid } from "../content-guid.ts";
import type { Package } from "../package.ts";

/**
 * Tactical starts PowerShell without -File, and Windows PowerShell then ends with 1 for every code but 0: a restart
 * that is still to come must not look like a failure.
 */
const environment = ["PORTKEEP_REBOOTEXITCODE=0"];

/** Gives the body with which Tactical's `POST /scripts/` makes a script. */
export function apiBody(given: Package) {
  return {
    ...common(given),
    env_vars: environment,
    script_body: Buffer.from(given.script).toString("latin1"),
    hidden: false,
    favorite: false,
  };
}

/** Gives an entry of `community_scripts.json`, by which Tactical takes scripts from a repository. */
export function communityEntry(given: Package) {
  const { name, settingsId } = given;
  return {
    // Of the settings, so that a script that is signed again stays the same one.
    guid: contentGuid(`Tactical RMM ${settingsId}`, []).slice(1, -1).toLowerCase(),
    filename: `${name}.ps1`,
    submittedBy: aboutPackage(given).publisher,
    ...common(given),
    env: environment,
  };
}

function common(given: Package) {
  const { title, description } = aboutPackage(given);
  return {
    name: title,
    description,
    shell: "powershell",
    category: "TRMM (Win):Network",
    args: [],
    syntax: "-Action <Apply|Test|Report|Restore>\n-Reboot <Never|IfNeeded>",
    default_timeout: 300,
    supported_platforms: ["windows"],
    run_as_user: false,
  };
}
