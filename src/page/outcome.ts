import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { version } from "../../package.json";
import { PortkeepError } from "../errors.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan, type Plan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import type { Index } from "./catalog.ts";
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
  /** Whether there is a ready-made script of the same bytes, or only one for the same choices. */
  ready: "same" | "differs" | "no";
}

/** Renders what was chosen, and looks among the ready-made scripts for the same bytes, not merely the same choices. */
export function outcomeOf(state: State, index: Index | null): Outcome {
  try {
    const plan = makePlan(choiceOf(state));
    const { bytes, settingsId } = renderScript(plan, version);
    const id = bytesToHex(sha256(bytes));
    const known = index?.scripts[settingsId];
    const ready = known === undefined ? "no" : known === id ? "same" : "differs";
    return { kind: "script", plan, bytes, settingsId, id, name: fileName(plan, settingsId), ready };
  } catch (error) {
    if (!(error instanceof PortkeepError)) throw error;
    return error.code === "nothing-chosen" ? { kind: "nothing" } : { kind: "problem", error };
  }
}
