import { PortkeepError } from "../../errors.ts";
import { makePlan } from "../../plan/plan.ts";
import { parseRecipe } from "../../plan/recipe-schema.ts";
import { readScript } from "../../script/read.ts";
import type { System } from "../../table/table.ts";

/** Gives the system that a script was made for; null where it names none, or is not one of portkeep's. */
export function systemMadeFor(script: Uint8Array): System | null {
  try {
    const recipe = parseRecipe(readScript(script).recipe ?? "");
    return recipe && makePlan(recipe).system;
  } catch (error) {
    if (error instanceof PortkeepError) return null;
    throw error;
  }
}
