import { portCount } from "../../ports/join.ts";
import type { Index } from "../catalog.ts";
import { element } from "../element.ts";
import type { Outcome } from "../outcome.ts";
import { poolsFor } from "../pools.ts";
import type { State } from "../state.ts";
import { problemText } from "../texts/problem.ts";
import type { Texts } from "../texts/texts.ts";
import { axis } from "./axis.ts";
import { poolList } from "./pools.ts";
import { scriptSection } from "./script.ts";
import { rangeTable } from "./table.ts";

/** Gives what to say of an outcome in a sentence, for those who do not see the page. */
export function statusText(outcome: Outcome, texts: Texts): string {
  const { results } = texts;
  if (outcome.kind === "nothing") return results.nothing;
  if (outcome.kind === "problem") return `${results.problem}. ${problemText(outcome.error, texts)}`;
  const { ranges, recipe } = outcome.plan;
  const parts = outcome.parts.length > 0 ? results.parts(outcome.parts.length) : results.notReady;
  const ready = outcome.ready === "same" ? results.ready : parts;
  const state = recipe.format === "vbs" ? results.vbScript : ready;
  return `${results.status(portCount(ranges), ranges.length)} ${state}`;
}

/** Shows what comes of the choices, below that sentence. */
export function resultViews(
  outcome: Outcome,
  state: State,
  index: Index | null,
  texts: Texts,
): HTMLElement[] {
  if (outcome.kind !== "script") return [];
  const { plan } = outcome;
  const pools = poolsFor(plan.system, state.report);
  return [
    element(
      "section",
      { "aria-labelledby": "ranges-heading" },
      element("h2", { id: "ranges-heading" }, texts.results.heading),
      element("figure", {}, axis(plan.ranges, pools, texts)),
      poolList(plan, pools, texts),
      rangeTable(plan.ranges, pools, texts),
    ),
    element(
      "section",
      { "aria-labelledby": "script-heading" },
      element("h2", { id: "script-heading", tabindex: -1 }, texts.script.heading),
      ...scriptSection(outcome, index, texts),
    ),
  ];
}
