import { at, PortkeepError } from "../../errors.ts";
import type { Recipe } from "../../plan/choice.ts";
import { makePlan } from "../../plan/plan.ts";
import { parseRecipe } from "../../plan/recipe-schema.ts";
import { type FindingFacts, judgeScript } from "../../script/judge.ts";
import { readScript, type ScriptReading, versionToRender } from "../../script/read.ts";
import { renderScript } from "../../script/render.ts";
import { readInput } from "../input.ts";
import type { Session } from "../io.ts";
import { errorText } from "../text/error-text.ts";
import { errorTextsOf } from "../text/language.ts";

// A signed script has 65,535 at most; whatever an editor made of it is not this much more.
const largest = 1_000_000;

/** The ways in which a script can differ, with those that only a whole tool can tell. */
interface AllFindings extends FindingFacts {
  /** `cause` is what is wrong with them, where they could be read. */
  "recipe-unusable": { cause: string | null };
}

type AnyFinding = {
  [Code in keyof AllFindings]: { code: Code; facts: AllFindings[Code] };
}[keyof AllFindings];

/** A language's sentence for each finding. */
export type FindingTexts = { [Code in keyof AllFindings]: (facts: AllFindings[Code]) => string };

/** What a script says, and how far it is what this version would render from it. */
export interface ReadBack {
  file: string;
  bytes: Uint8Array;
  reading: ScriptReading;
  /** The choices in normal form, or null where they cannot be read. */
  recipe: Recipe | null;
  findings: AnyFinding[];
}

/** Reads a script back. Throws `file-*`, `not-a-file`, `not-a-script`, `script-cut-off`. */
export async function readBack(file: string, version: string, session: Session): Promise<ReadBack> {
  const bytes = await readInput(file, largest, session.io);
  const reading = at({ file }, () => readScript(bytes));
  const { recipe, rendered, error } = renderAgain(reading, version);
  const findings: ReadBack["findings"] = judgeScript(reading, rendered, version);
  if (!recipe) {
    const cause = error && errorText(error, await errorTextsOf(session.locale));
    findings.push({ code: "recipe-unusable", facts: { cause } });
  }
  return { file, bytes, reading, recipe, findings };
}

function renderAgain(reading: ScriptReading, version: string) {
  const nothing = { recipe: null, rendered: null, error: null };
  const recipe = parseRecipe(reading.recipe ?? "");
  if (!recipe) return nothing;
  try {
    const plan = makePlan(recipe);
    const { bytes } = renderScript(plan, versionToRender(reading, version));
    return { ...nothing, recipe: plan.recipe, rendered: bytes };
  } catch (error) {
    if (error instanceof PortkeepError) return { ...nothing, error };
    throw error;
  }
}
