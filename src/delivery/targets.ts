import type { Target } from "./package.ts";
import { raw } from "./raw/bundle.ts";

/** The tools that there are bundles for, by the names that `--for` takes. */
export const targets = { raw } satisfies Record<string, Target>;
