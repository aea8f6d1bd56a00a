import type { PlannedRange, Reason } from "../../plan/ranges.ts";
import { findProduct } from "../../table/lookup.ts";
import { builtInTable } from "../../table/table.ts";
import { element } from "../element.ts";
import { oddsFor, type ServerPool } from "../pools.ts";
import { portsText } from "../texts/numbers.ts";
import type { Texts } from "../texts/texts.ts";
import { poolName } from "./pool-name.ts";

/** Shows each range with all who need a part of it, and the odds of losing a port of it. */
export function rangeTable(
  ranges: readonly PlannedRange[],
  pools: readonly ServerPool[],
  texts: Texts,
): HTMLElement {
  const { table, heads } = texts.results;
  const names = pools.map((pool) => element("th", { scope: "col", class: "odds" }, poolName(pool, texts)));
  return element(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": table },
    element(
      "table",
      {},
      element("caption", { class: "unseen" }, table),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col", rowspan: 2 }, heads.range),
          element("th", { scope: "col", rowspan: 2 }, heads.who),
          element("th", { scope: "colgroup", colspan: pools.length }, heads.odds),
        ),
        element("tr", {}, ...names),
      ),
      element("tbody", {}, ...ranges.map((range) => row(range, pools, texts))),
    ),
  );
}

function row(range: PlannedRange, pools: readonly ServerPool[], texts: Texts): HTMLElement {
  const odds = pools.map((pool) => {
    const chance = oddsFor([range], pool);
    return element("td", { class: `odds ${chance > 0 ? "at-risk" : "outside"}` }, texts.odds(chance));
  });
  const reasons = range.reasons.map((reason) => element("li", {}, ...reasonParts(reason, range, texts)));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, portsText(range)),
    element("td", {}, element("ul", { class: "reasons" }, ...reasons)),
    ...odds,
  );
}

function reasonParts(reason: Reason, range: PlannedRange, { results }: Texts): (Node | string)[] {
  const { who, products, source, class: kind, ports } = reason;
  if (!kind) return [who === "own port" ? results.ownPort : who, " (", results.ownChoice, ")"];
  const names = products.map((id) => findProduct(builtInTable, id)?.name ?? id).join(", ");
  const whole = ports.low === range.low && ports.high === range.high;
  const part = whole ? "" : `${portsText(ports)} `;
  return [part, element("strong", {}, who), ` ${names}: ${results.classes[kind]}, `, sourceLink(source)];
}

function sourceLink(id: string): Node | string {
  const source = builtInTable.sources.find((entry) => entry.id === id);
  if (!source?.url) return id;
  return element(
    "a",
    { href: source.url, title: source.title, rel: "noreferrer noopener", target: "_blank" },
    id,
  );
}
