import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { version } from "../../package.json";
import { PortkeepError } from "../errors.ts";
import type { Choice } from "../plan/choice.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan, type Plan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import { isInArticle } from "../table/lookup.ts";
import { builtInTable } from "../table/table.ts";
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
  /** Where it is not ready-made: ready-made ones that reserve the same, run one after the other; else empty. */
  parts: Rendered[];
}

/** Renders what was chosen, and looks among the ready-made scripts for the same bytes, not merely the same choices. */
export function outcomeOf(state: State, index: Index | null): Outcome {
  try {
    const choice = choiceOf(state);
    const rendered = renderedOf(choice, index);
    return { ...rendered, parts: rendered.ready === "no" ? partsOf(choice, index) : [] };
  } catch (error) {
    if (!(error instanceof PortkeepError)) throw error;
    return error.code === "nothing-chosen" ? { kind: "nothing" } : { kind: "problem", error };
  }
}

function renderedOf(choice: Choice, index: Index | null): Rendered {
  const plan = makePlan(choice);
  const chosen = render(plan, index);
  const general = chosen.ready === "no" && choice.os ? generalPlan(choice) : null;
  const instead = general && render(general, index);
  const given = instead?.ready === "same" ? { ...instead, general: true } : { ...chosen, general: false };
  return { kind: "script", plan, ...given, parts: [] };
}

function render(plan: Plan, index: Index | null): Omit<Rendered, "kind" | "plan" | "general" | "parts"> {
  const { bytes, settingsId } = renderScript(plan, version);
  const id = bytesToHex(sha256(bytes));
  const known = index?.scripts[settingsId];
  const ready = known === undefined ? "no" : known === id ? "same" : "differs";
  return { bytes, settingsId, id, name: fileName(plan, settingsId), ready };
}

/** Gives what a catalogue divides a choice into: the products of the article together, and each other by itself. */
function partsOf(choice: Choice, index: Index | null): Rendered[] {
  const { products = [], ports = [] } = choice;
  const old = products.filter((id) => isInArticle(builtInTable, id));
  const others = products.filter((id) => !old.includes(id));
  const groups = [...(old.length > 0 ? [old] : []), ...others.map((id) => [id])];
  if (groups.length < 2 || ports.length > 0) return [];
  const parts = groups.map((group) => renderedOf({ ...choice, products: group }, index));
  return parts.every(({ ready }) => ready === "same") ? parts : [];
}

/** Gives the plan of the script that finds out by itself on which system it is, null where none does the same. */
function generalPlan(choice: Choice): Plan | null {
  return choice.backend === "auto" ? planOrNull({ ...choice, os: null }) : null;
}

function planOrNull(choice: Choice): Plan | null {
  try {
    return makePlan(choice);
  } catch (error) {
    if (error instanceof PortkeepError) return null;
    throw error;
  }
}
