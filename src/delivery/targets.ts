import { cards } from "./cards/bundle.ts";
import type { Target } from "./package.ts";
import { raw } from "./raw/bundle.ts";
import { tactical } from "./tactical/bundle.ts";

/** The tools that there are bundles for, by the names that `--for` takes. */
export const targets = { raw, tactical, ...cards } satisfies Record<string, Target>;
