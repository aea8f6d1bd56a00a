import type { Command } from "@commander-js/extra-typings";
import { at } from "../../errors.ts";
import { parseRange } from "../../ports/range.ts";
import { builtInTable, withOwnTable } from "../../table/table.ts";
import type { Session } from "../io.ts";
import { addCommand, tableFrom, wholeNumber } from "../options.ts";
import { report } from "../report.ts";
import { productNames } from "./table-text.ts";

/** Adds `explain`: who needs a port, and whether the DNS Server can take it. */
export function addExplain(program: Command, session: Session): void {
  const { json, explain: help } = session.help;
  addCommand(program, "explain", help)
    .argument("<ports>", help.ports)
    .option("--max-user-port <n>", help.maxUserPort, wholeNumber("--max-user-port", 1024, 65535))
    .option("--table <file>", help.table)
    .option("--json", json)
    .action(async (ports, { maxUserPort = null, table, json }) => {
      const { explain, explanationReporter, nextCommands } = await import("./explanation.ts");
      const range = at({ option: "PORTS" }, () => parseRange(ports));
      const own = await tableFrom(table, session.io);
      const explanation = explain(range, maxUserPort, withOwnTable(builtInTable, own.table));
      report("explain", explanation, { json, session, reporter: explanationReporter });
      const commands = nextCommands(explanation, table);
      const { next, ifItRuns } = session.reports.explain;
      const lines = commands.map(({ product, command }) =>
        product && commands.length > 1
          ? `  ${ifItRuns(productNames(explanation.table, [product]))}\n    ${command}\n`
          : `  ${command}\n`,
      );
      if (lines.length > 0) session.io.stderr.write(`${next}\n${lines.join("")}`);
    });
}
