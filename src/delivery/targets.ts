import { ansible } from "./ansible/bundle.ts";
import { cards } from "./cards/bundle.ts";
import { configmgr } from "./configmgr/bundle.ts";
import { datto } from "./datto/bundle.ts";
import { gpo } from "./gpo/bundle.ts";
import { gpoTrust } from "./gpo/trust-bundle.ts";
import { intuneRemediation } from "./intune-remediation/bundle.ts";
import { intuneWin32 } from "./intune-win32/bundle.ts";
import { nupkg } from "./nupkg/bundle.ts";
import type { Target } from "./package.ts";
import { raw } from "./raw/bundle.ts";
import { tactical } from "./tactical/bundle.ts";

/** The tools that there are bundles for, by the names that `--for` takes. */
export const targets = {
  raw,
  gpo,
  "gpo-trust": gpoTrust,
  "intune-remediation": intuneRemediation,
  "intune-win32": intuneWin32,
  tactical,
  datto,
  configmgr,
  nupkg,
  ansible,
  ...cards,
} satisfies Record<string, Target>;
