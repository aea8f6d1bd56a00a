import type { OwnTable } from "../table/table.ts";

/** The ways to keep the DNS Server off a port; a system's entry in the table says which work there. */
export const backends = ["reserved-ports", "dns-exclusions", "os-exclusions"] as const;
/** The same, and `auto`, by which the script itself chooses on each machine. */
export const backendChoices = ["auto", ...backends] as const;
export const actions = ["Apply", "Test", "Report", "Restore"] as const;
/** When to restart the machine, and likewise the DNS Server. */
export const reboots = ["Never", "IfNeeded"] as const;
export const locales = ["en", "nl"] as const;
export const newlines = ["crlf", "lf"] as const;
/** PowerShell, and VBScript for a Windows that has none. */
export const formats = ["ps1", "vbs"] as const;

/** What somebody asks for, as given: on the command line, in a site file or by a rendered script. */
export interface Choice {
  /** Ids of products and bundles. */
  products?: readonly string[];
  /** Own ports: `n` or `n-m`, either with `=LABEL`. */
  ports?: readonly string[];
  /** Id of the system; a bundle implies its own. */
  os?: string | null;
  backend?: (typeof backendChoices)[number];
  action?: (typeof actions)[number];
  reboot?: (typeof reboots)[number];
  restartDns?: (typeof reboots)[number];
  rebootExitCode?: 3010 | 0;
  locale?: (typeof locales)[number];
  newline?: (typeof newlines)[number];
  format?: (typeof formats)[number];
  /** Lets more than 1,024 ports through that no built-in row asks for. */
  allowWide?: boolean;
  /** What the user's own table adds to the built-in one. */
  table?: OwnTable;
}

/**
 * A choice in its one normal form: complete, bundles expanded, lists sorted, the backend settled where a system is
 * named, the keys always in the same order. It is a `Choice` again, and gives the same plan.
 */
export interface Recipe extends Required<Omit<Choice, "table" | "format" | "restartDns">> {
  /** Both absent for what is usual, so that recipes are what they were before there was a choice. */
  format?: "vbs";
  restartDns?: "IfNeeded";
  /** Only what the choice takes from it; absent where that is nothing. */
  table?: OwnTable;
}
