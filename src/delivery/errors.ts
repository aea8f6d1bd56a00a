import type { NoVbs } from "./package.ts";

/** What each error about bundles is made of. */
export interface DeliveryErrorFacts {
  /** A name that cannot be part of file names, command lines and package ids alike. */
  "package-name": { name: string };
  /** A name by which the script would be two files of a bundle, of which this is the path. */
  "package-name-taken": { path: string };
  /** A VBScript, and a tool that has no bundle of one; `others` have. */
  "package-vbs": { tool: string; reason: NoVbs; others: string[] };
  /** Codes of what `portkeep read` finds in the script. */
  "package-not-as-rendered": { findings: string[] };
  /** Codes of what `portkeep verify` finds in the script's signature. */
  "package-signature": { findings: string[] };
  /** A bundle holds a script that has to be signed, and there is no key. */
  "package-needs-key": Record<never, never>;
  /** SHA-256 of the certificates, in hexadecimal digits. */
  "package-other-signer": { wanted: string; found: string };
  /** There is a key, and the script that all depends on is not signed. */
  "package-script-unsigned": Record<never, never>;
  /** A bundle that stands on the signature, and a script without one. */
  "package-unsigned": { tool: string };
  /** A bundle for a script that applies, and this one does something else. */
  "package-action": { tool: string; action: string };
  /** A tool that forbids scripts to restart the machine, and a script that does. */
  "package-restart": { tool: string };
  /** A tool that takes no file of so many bytes. */
  "package-too-large": { tool: string; bytes: number; limit: number };
  /** A tool that puts something else in the place of a text in scripts. */
  "package-text-replaced": { tool: string; text: string };
  /** A folder for a bundle that holds what is not of a bundle; `files` are some of it. */
  "package-folder-taken": { folder: string; files: string[] };
}
