import { withBundled } from "./bundled.ts";
import { type Row, row } from "./row.ts";

type Rates = Record<"scripts" | "concat" | "template", number>;

/** How fast choices become scripts. */
export async function measureRendering(): Promise<Row[]> {
  const rate = await withBundled<Rates, Rates>("rendering-worker.ts", (run) => run());
  return [
    row("choice -> plan -> script / Buffer.concat, rates", rate.scripts / rate.concat, "x", {
      atLeast: 0.4,
    }),
    row("choice -> plan -> script", rate.scripts, "scripts/s"),
    row("beside it: the whole script as one Handlebars template", rate.template, "scripts/s"),
  ];
}
