import type { Plan } from "../../plan/plan.ts";
import type { Reason } from "../../plan/ranges.ts";
import { portCount } from "../../ports/join.ts";
import { formatRange } from "../../ports/range.ts";
import type { renderScript } from "../../script/render.ts";
import type { ConflictTable } from "../../table/table.ts";
import type { Reporter } from "../report.ts";
import type { signedFacts } from "../sign/report.ts";
import { productNames, type TableWords } from "../table/table-text.ts";
import type { Texts } from "../text/language.ts";
import { alignedLines, textTable } from "../text/text-table.ts";

/** What `render` made, and whether it is in the file or, on a dry run, only would be. */
export interface Rendering {
  plan: Plan;
  /** In which the plan's products have their names. */
  table: ConflictTable;
  script: ReturnType<typeof renderScript>;
  file: string;
  written: boolean;
  /** What the JSON says of the signature; null for an unsigned script. */
  signed: ReturnType<typeof signedFacts> | null;
}

// The same keys as for a signed one.
const unsigned = { signed: false, hash: null, signer: null, development: false, timestamp: null };

/** Shows a written script by its path, and one that is not written by what it would reserve. */
export const renderReporter: Reporter<Rendering> = {
  json: ({ plan, table, script, file, written, signed }) => ({
    file,
    written,
    settingsId: script.settingsId,
    bytes: script.bytes.length,
    ...(signed ?? unsigned),
    ...plan.recipe,
    table: plan.recipe.table ?? null,
    portCount: portCount(plan.ranges),
    ranges: plan.ranges.map((range) => ({
      range: formatRange(range),
      reasons: range.reasons.map(({ who, products, source, class: kind, ports }) => ({
        range: formatRange(ports),
        protocol: "udp",
        who,
        products,
        source,
        class: kind,
        why: products.length > 0 ? productNames(table, products) : "given with --port",
      })),
    })),
  }),

  text: (rendering, texts, width) => (rendering.written ? rendering.file : planText(rendering, texts, width)),
};

/** Gives the plan as a person reads it: each range, who needs it and why. */
export function planText(
  { plan, table, file }: Rendering,
  { plan: texts, table: words }: Texts["reports"],
  width?: number,
): string {
  const lines = plan.ranges.flatMap((range) =>
    range.reasons.map((reason, index) => [
      index === 0 ? formatRange(range) : "",
      formatRange(reason.ports),
      "UDP",
      ...reasonCells(reason, table, texts, words),
    ]),
  );
  const facts = alignedLines([
    [texts.system, plan.system?.name ?? texts.notNamed],
    [texts.backend, plan.recipe.backend],
    [texts.file, file],
  ]);
  return `${facts}\n\n${textTable(texts.heads, lines, width)}`;
}

function reasonCells(
  { who, products, source, class: kind }: Reason,
  table: ConflictTable,
  texts: Texts["reports"]["plan"],
  words: TableWords,
): string[] {
  if (kind) return [who, words.classes[kind], source, productNames(table, products)];
  return [who === "own port" ? texts.ownPort : who, "", texts.ownChoice, texts.givenWithPort];
}
