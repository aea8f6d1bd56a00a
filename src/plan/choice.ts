import type { OwnTable } from "../table/table.ts";

/** The ways that this version can render; a system's entry in the table says which work there. */
export const backends = ["reserved-ports"] as const;
export const actions = ["Apply", "Test", "Report", "Restore"] as const;
export const reboots = ["Never", "IfNeeded"] as const;
export const locales = ["en", "nl"] as const;
export const newlines = ["crlf", "lf"] as const;

/** What somebody asks for, as given: on the command line, in a site file or by a rendered script. */
export interface Choice {
  /** Ids of products and bundles. */
  products?: readonly string[];
  /** Own ports: `n` or `n-m`, either with `=LABEL`. */
  ports?: readonly string[];
  /** Id of the system; a bundle implies its own. */
  os?: string | null;
  backend?: "auto" | (typeof backends)[number];
  action?: (typeof actions)[number];
  reboot?: (typeof reboots)[number];
  rebootExitCode?: 3010 | 0;
  locale?: (typeof locales)[number];
  newline?: (typeof newlines)[number];
  /** Lets more than 1,024 ports through that no built-in row asks for. */
  allowWide?: boolean;
  /** What the user's own table adds to the built-in one. */
  table?: OwnTable;
}

/**
 * A choice in its one normal form: complete, bundles expanded, lists sorted, the backend settled, the keys
 * always in the same order. It is a `Choice` again, and gives the same plan.
 */
export interface Recipe extends Required<Omit<Choice, "table">> {
  backend: (typeof backends)[number];
  /** Only what the choice takes from it; absent where that is nothing. */
  table?: OwnTable;
}
