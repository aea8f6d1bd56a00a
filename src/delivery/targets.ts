import type { Target } from "./package.ts";

/** The tools that there are bundles for, by the names that `--for` takes. */
export const targets = {} satisfies Record<string, Target>;
