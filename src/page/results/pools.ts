import type { Plan } from "../../plan/plan.ts";
import { usualDraws } from "../../risk/odds.ts";
import { element } from "../element.ts";
import { oddsFor, type ServerPool } from "../pools.ts";
import { portsText } from "../texts/numbers.ts";
import type { Texts } from "../texts/texts.ts";
import { poolName } from "./pool-name.ts";

/** Says for each pool how likely it is that the DNS Server takes a port of the plan. */
export function poolList({ ranges }: Plan, pools: readonly ServerPool[], texts: Texts): HTMLElement {
  const { results } = texts;
  const items = pools.map((pool) => {
    const chance = oddsFor(ranges, pool);
    return element(
      "li",
      {},
      element("bdi", {}, poolName(pool, texts)),
      ` (${results.pool(portsText(pool))}): `,
      element("strong", {}, chance > 0 ? results.oneTaken(texts.odds(chance)) : results.noneTaken),
    );
  });
  const told = pools.find(({ computer }) => computer !== null);
  const meaning = told ? results.meaningAsTold(told.draws) : results.meaning(usualDraws);
  return element(
    "div",
    {},
    element("ul", { class: "pools" }, ...items),
    element("p", { class: "hint" }, meaning),
  );
}
