import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { version } from "../../package.json";
import { PortkeepError } from "../errors.ts";
import type { Choice } from "../plan/choice.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan, type Plan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import { settingsOf } from "../script/settings.ts";
import { builtInTable, type System } from "../table/table.ts";
import type { Index } from "./catalog.ts";
import { choiceOf, type State } from "./state.ts";

/** What comes of the choices. */
export type Outcome = { kind: "nothing" } | { kind: "problem"; error: PortkeepError } | Rendered;

export interface Rendered {
  kind: "script";
  /** As chosen. */
  plan: Plan;
  /** The script without a signature. */
  bytes: Uint8Array<ArrayBuffer>;
  settingsId: string;
  /** SHA-256 of the bytes. */
  id: string;
  /** A name that tells the choices. */
  name: string;
  /** Whether there is a ready-made script of the same bytes, or only one for the same choices. */
  ready: "same" | "differs" | "no";
  /** Whether it is the script for any system that takes the place of one for the system that was chosen. */
  general: boolean;
  /** Where no system was chosen and there is none for any: the systems for which this choice is ready-made. */
  readyFor: System[];
}

/** Renders what was chosen, and looks among the ready-made scripts for the same bytes, not merely the same choices. */
export function outcomeOf(state: State, index: Index | null): Outcome {
  try {
    const choice = choiceOf(state);
    const plan = makePlan(choice);
    const chosen = render(plan, index);
    const general = chosen.ready === "no" && choice.os ? generalPlan(choice) : null;
    const instead = general && render(general, index);
    if (instead?.ready === "same") return { kind: "script", plan, ...instead, general: true, readyFor: [] };
    const readyFor = chosen.ready === "no" && !choice.os ? systemsFor(choice, index) : [];
    return { kind: "script", plan, ...chosen, general: false, readyFor };
  } catch (error) {
    if (!(error instanceof PortkeepError)) throw error;
    return error.code === "nothing-chosen" ? { kind: "nothing" } : { kind: "problem", error };
  }
}

function render(plan: Plan, index: Index | null): Omit<Rendered, "kind" | "plan" | "general" | "readyFor"> {
  const { bytes, settingsId } = renderScript(plan, version);
  const id = bytesToHex(sha256(bytes));
  const known = index?.scripts[settingsId];
  const ready = known === undefined ? "no" : known === id ? "same" : "differs";
  return { bytes, settingsId, id, name: fileName(plan, settingsId), ready };
}

/** Gives the plan of the script that finds out by itself on which system it is, null where none does the same. */
function generalPlan(choice: Choice): Plan | null {
  return choice.backend === "auto" ? planOrNull({ ...choice, os: null }) : null;
}

function systemsFor(choice: Choice, index: Index | null): System[] {
  return builtInTable.systems.filter(({ id }) => {
    const plan = planOrNull({ ...choice, os: id });
    return plan && index && settingsOf(plan, version).settingsId in index.scripts;
  });
}

function planOrNull(choice: Choice): Plan | null {
  try {
    return makePlan(choice);
  } catch (error) {
    if (error instanceof PortkeepError) return null;
    throw error;
  }
}
