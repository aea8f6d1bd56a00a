import type { BundleFile } from "../package.ts";

/** The settings of a Group Policy, before they are a backup. */
export interface Policy {
  name: string;
  /** The client-side extension that carries it out and the tool that edits it. */
  extension: Extension;
  /** Below the policy's folder in SYSVOL. */
  files: readonly BundleFile[];
  /** What the report of a backup says of the settings, as XML. */
  report: string;
}

/** A pair of GUIDs as Group Policy registers it, in capitals and braces. */
interface Extension {
  client: string;
  tool: string;
}

/** Runs scripts at startup, shutdown, logon and logoff. */
export const scripts: Extension = {
  client: "{42B5FAAE-6536-11D2-AE5A-0000F87571E3}",
  tool: "{40B6664F-4972-11D1-A7CA-0000F87571E3}",
};

/** Sets values in the registry. */
export const registry: Extension = {
  client: "{35378EAC-683F-11D2-A89A-00C04FBBCFA2}",
  tool: "{D02B1F72-3407-48AE-BA88-E8213C6761F1}",
};

/** Where the files of these settings are. */
export const registryFile = "Machine/registry.pol";
export const scriptsFolder = "Machine/Scripts";
export const startupFolder = `${scriptsFolder}/Startup`;
