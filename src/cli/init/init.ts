import type { Command } from "@commander-js/extra-typings";
import { reboots } from "../../plan/choice.ts";
import { addItems, addPorts } from "../../plan/lists.ts";
import type { Session } from "../io.ts";
import { addCommand, choiceOption, tableFrom } from "../options.ts";
import { report } from "../report.ts";

/** Adds `init`: a list of sites, from answers or options. */
export function addInit(program: Command, session: Session): void {
  const { json, init: help } = session.help;
  addCommand(program, "init", help)
    .option("--site <id>", help.site)
    .option("--product <id>", help.product, addItems)
    .option("--port <range[=label]>", help.port, addPorts)
    .option("--os <id>", help.os)
    .addOption(choiceOption("--reboot <when>", help.reboot, reboots))
    .option("--table <file>", help.table)
    .option("-o, --output <file>", help.output)
    .option("--json", json)
    .action(async ({ site, product, port, os, reboot, table, output = "sites.csv", json }, command) => {
      const { runInit } = await import("./run.ts");
      const { initReporter, sayOfInit } = await import("./report.ts");
      const given = {
        ...(site !== undefined && { site }),
        ...(product && { products: product }),
        ...(port && { ports: port }),
        ...(os !== undefined && { os }),
        // Its default is no answer.
        ...(command.getOptionValueSource("reboot") === "cli" && { reboot }),
      };
      const own = await tableFrom(table, session.io);
      const defaults = { ...own, locale: session.locale };
      const result = await runInit({ output, given, defaults }, session);
      report("init", result, { json, session, reporter: initReporter });
      session.io.stderr.write(sayOfInit(result, table, session));
    });
}
