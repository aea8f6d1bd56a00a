import { measureFleet } from "./fleet.ts";
import { measurePackage } from "./package.ts";
import { measurePage } from "./page.ts";
import { measureRendering } from "./rendering.ts";
import type { Row } from "./row.ts";
import { measureScript } from "./script.ts";
import { measureSigning } from "./signing.ts";
import { measureStart } from "./start.ts";

const measures: Record<string, () => Promise<Row[]>> = {
  start: measureStart,
  rendering: measureRendering,
  signing: measureSigning,
  fleet: measureFleet,
  page: measurePage,
  package: measurePackage,
  script: measureScript,
};

/** Measures all that is claimed of speed, or what is named, and prints it as a table or, with --json, as an array. */
export async function main(argv: readonly string[]): Promise<void> {
  const named = argv.filter((word) => word in measures);
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (named.length === 0 || named.includes(name)) rows.push(...(await measure()));
  }
  if (argv.includes("--json")) {
    console.log(JSON.stringify(rows, null, 2));
  } else {
    for (const { name, value, unit, bar, holds } of rows) {
      const claim = bar === null ? "" : `${bar}  ${holds ? "holds" : "DOES NOT HOLD"}`;
      console.log(`${name.padEnd(66)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(12)} ${claim}`);
    }
  }
  process.exitCode = rows.every((row) => row.holds) ? 0 : 1;
}
