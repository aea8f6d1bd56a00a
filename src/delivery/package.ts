import type { X509Certificate } from "node:crypto";
import type { Plan } from "../plan/plan.ts";

/** In what a target may have the script differ: what it does without parameters, and how it is written. */
type Variant = Partial<Pick<Plan["recipe"], "action" | "rebootExitCode" | "newline">>;

/** A rendered script, checked, with all that a target makes a bundle of. */
export interface Package {
  /** The name of the script's file, without its ending. */
  name: string;
  /** The script as it was given, byte for byte. */
  script: Uint8Array;
  /** The version of portkeep that rendered it. */
  version: string;
  settingsId: string;
  plan: Plan;
  /** Null for a script that is not signed. */
  signer: X509Certificate | null;
  /** Gives the script with other settings, signed as the one given. Throws `package-needs-key` where there is no key. */
  variant(changes: Variant): Promise<Uint8Array>;
  /** Gives a script of the target's own as it is to be delivered: signed, where the script given is. */
  sign(script: string): Promise<Uint8Array>;
}

/** A file of a bundle; `path` has `/` between its parts. */
export interface BundleFile {
  path: string;
  bytes: Uint8Array;
}

/** Gives the files of a bundle for one tool. The same package gives the same files. */
export type BundleMaker = (given: Package) => Promise<BundleFile[]>;

/** Why a tool has no bundle of a VBScript: what it makes runs by PowerShell, or stands on a signature. */
export type NoVbs = "powershell" | "signature";

/** A tool that there are bundles for: what makes them of a script of each format, or why nothing does. */
export interface Target {
  ps1: BundleMaker;
  vbs: BundleMaker | NoVbs;
}
