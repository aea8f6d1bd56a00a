import type { Plan } from "../plan/plan.ts";
import type { Reason } from "../plan/ranges.ts";
import { portCount } from "../ports/join.ts";
import { formatRange } from "../ports/range.ts";
import type { renderScript } from "../script/render.ts";
import { findProduct } from "../table/lookup.ts";
import { builtInTable } from "../table/table.ts";
import type { Reporter } from "./report.ts";
import { textTable } from "./text-table.ts";

/** What `render` made, and whether it is in the file or, on a dry run, only would be. */
export interface Rendering {
  plan: Plan;
  script: ReturnType<typeof renderScript>;
  file: string;
  written: boolean;
}

/** Shows a written script by its path, and one that is not written by what it would reserve. */
export const renderReporter: Reporter<Rendering> = {
  json: ({ plan, script, file, written }) => ({
    file,
    written,
    signed: false,
    settingsId: script.settingsId,
    bytes: script.bytes.length,
    ...plan.recipe,
    portCount: portCount(plan.ranges),
    ranges: plan.ranges.map((range) => ({
      range: formatRange(range),
      reasons: range.reasons.map(({ who, products, source, ports }) => ({
        range: formatRange(ports),
        who,
        products,
        source,
        why: whyText(products),
      })),
    })),
  }),

  text: (rendering) => (rendering.written ? rendering.file : planText(rendering)),
};

/** Gives the plan as a person reads it: each range, who needs it and why. */
export function planText({ plan, file }: Rendering): string {
  const rows = plan.ranges.flatMap((range) =>
    range.reasons.map(({ who, products, source, ports }, index) => [
      index === 0 ? formatRange(range) : "",
      formatRange(ports),
      who,
      source,
      whyText(products),
    ]),
  );
  return [
    `System   ${plan.system?.name ?? "not named"}`,
    `Backend  ${plan.recipe.backend}`,
    `File     ${file}`,
    "",
    textTable(["range", "ports", "needed by", "source", "why"], rows),
  ].join("\n");
}

function whyText(products: Reason["products"]): string {
  if (products.length === 0) return "given with --port";
  return products.map((id) => `${findProduct(builtInTable, id)?.name} (${id})`).join(", ");
}
