import type { PlannedRange } from "../../plan/ranges.ts";
import { formatRange, type PortRange } from "../../ports/range.ts";
import { portsIn } from "../../risk/pool.ts";
import { shape } from "../element.ts";
import type { ServerPool } from "../pools.ts";
import { portsText } from "../texts/numbers.ts";
import type { Texts } from "../texts/texts.ts";
import { flagsOf } from "./flags.ts";
import { poolName } from "./pool-name.ts";

const laneHeight = 18;
const rowHeight = 46;
const bandTop = 24;
const bandHeight = 14;

/** Draws the ranges among all ports, over the pools that the DNS Server draws from. The table says the same in words. */
export function axis(
  ranges: readonly PlannedRange[],
  pools: readonly ServerPool[],
  texts: Texts,
): SVGSVGElement {
  const flags = flagsOf(ranges, (range) =>
    flagText(
      ranges.find(({ low }) => low === range.low),
      texts,
    ),
  );
  const top = laneHeight * (1 + Math.max(-1, ...flags.map(({ lane }) => lane)));
  const bottom = top + rowHeight * pools.length;
  return shape(
    "svg",
    { class: "axis", width: "100%", height: bottom + 24, role: "img", "aria-label": texts.results.axis },
    ...flags.map(({ range, text, lane, side }) => {
      const [x, y] = [percent(range.low), laneHeight * lane];
      return shape(
        "g",
        {},
        shape("line", { class: "leader", x1: x, x2: x, y1: y + 2, y2: top + bandTop }),
        shape(
          "text",
          {
            class: "flag",
            x,
            y: y + 13,
            dx: side === "right" ? 5 : -5,
            "text-anchor": side === "right" ? "start" : "end",
          },
          text,
        ),
      );
    }),
    ...pools.map((pool, index) => poolRow(pool, ranges, top + rowHeight * index, texts)),
    ...ticks(bottom),
  );
}

function poolRow(pool: ServerPool, ranges: readonly PlannedRange[], y: number, texts: Texts): SVGGElement {
  const band = y + bandTop;
  const marks = ranges.map((range) => {
    const state = portsIn(pool, range) > 0 ? "at-risk" : "outside";
    const title = shape("title", {}, formatRange(range));
    return shape("rect", { class: `mark ${state}`, ...span(range), y: band, height: bandHeight }, title);
  });
  return shape(
    "g",
    {},
    shape("text", { class: "pool-name", x: 0, y: y + 16 }, poolName(pool, texts)),
    shape("rect", { class: "ports", x: 0, width: "100%", y: band, height: bandHeight }),
    shape("rect", { class: "pool", ...span(pool), y: band, height: bandHeight }),
    ...marks,
  );
}

function ticks(y: number): SVGElement[] {
  return [0, 16_384, 32_768, 49_152, 65_535].map((port, index, all) => {
    const anchor = index === 0 ? "start" : index === all.length - 1 ? "end" : "middle";
    return shape("text", { class: "tick", x: percent(port), y: y + 16, "text-anchor": anchor }, String(port));
  });
}

function flagText(range: PlannedRange | undefined, { results }: Texts): string {
  if (!range) return "";
  const names = [
    ...new Set(
      range.reasons.map(({ who, class: kind }) => (kind || who !== "own port" ? who : results.ownPort)),
    ),
  ];
  const [first = ""] = names;
  const name = first.length > 18 ? `${first.slice(0, 17)}\u2026` : first;
  return `${portsText(range)} ${name}${names.length > 1 ? ` +${names.length - 1}` : ""}`;
}

function span({ low, high }: PortRange) {
  return { x: percent(low), width: `${((high - low + 1) / 65_536) * 100}%` };
}

function percent(port: number): string {
  return `${(port / 65_536) * 100}%`;
}
