import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { version } from "../../package.json";
import { PortkeepError } from "../errors.ts";
import type { Catalog, CatalogScript } from "../fleet/catalog.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan, type Plan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import { findScript } from "./catalog.ts";
import { choiceOf, type State } from "./state.ts";

/** What comes of the choices. */
export type Outcome = { kind: "nothing" } | { kind: "problem"; error: PortkeepError } | Rendered;

export interface Rendered {
  kind: "script";
  plan: Plan;
  /** Without a signature. */
  bytes: Uint8Array;
  settingsId: string;
  /** SHA-256 of the bytes. */
  id: string;
  /** A name that tells the choices. */
  name: string;
  /** The ready-made script of the same bytes, or null. */
  ready: CatalogScript | null;
  /** Whether there is one for these choices that was other bytes. */
  differs: boolean;
}

/** Renders what was chosen, and looks among the ready-made scripts for the same bytes, not merely the same choices. */
export function outcomeOf(state: State, catalog: Catalog | null): Outcome {
  try {
    const plan = makePlan(choiceOf(state));
    const { bytes, settingsId } = renderScript(plan, version);
    const id = bytesToHex(sha256(bytes));
    const ready = findScript(catalog, id);
    const sameChoices = catalog?.scripts.some((script) => script.settingsId === settingsId) ?? false;
    const name = fileName(plan, settingsId);
    return { kind: "script", plan, bytes, settingsId, id, name, ready, differs: !ready && sameChoices };
  } catch (error) {
    if (!(error instanceof PortkeepError)) throw error;
    return error.code === "nothing-chosen" ? { kind: "nothing" } : { kind: "problem", error };
  }
}
