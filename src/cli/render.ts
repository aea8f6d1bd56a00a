import { join, resolve } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { version } from "../../package.json";
import { PortkeepError } from "../errors.ts";
import { writeFileAtomic } from "../files/write.ts";
import { actions, backends, newlines, reboots } from "../plan/choice.ts";
import { makePlan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import { builtInTable, withOwnTable } from "../table/table.ts";
import { fileName } from "./file-name.ts";
import type { Session } from "./io.ts";
import { addItems, addPorts } from "./lists.ts";
import { nextSteps } from "./next-steps.ts";
import { addCommand, choiceOption, tableFrom } from "./options.ts";
import { renderReporter } from "./render-report.ts";
import { report } from "./report.ts";

/** Adds `render`: one script from products and own ports. */
export function addRender(program: Command, session: Session): void {
  const { json, render: help } = session.help;
  addCommand(program, "render", help)
    .option("--product <id>", help.product, addItems)
    .option("--port <range[=label]>", help.port, addPorts)
    .option("--table <file>", help.table)
    .option("--os <id>", help.os)
    .addOption(choiceOption("--backend <name>", help.backend, ["auto", ...backends]))
    .addOption(choiceOption("--action <name>", help.action, actions))
    .addOption(choiceOption("--reboot <when>", help.reboot, reboots))
    .addOption(choiceOption("--reboot-exit-code <code>", help.rebootExitCode, ["3010", "0"]))
    .addOption(choiceOption("--newline <kind>", help.newline, newlines))
    .option("--allow-wide", help.allowWide)
    .option("-o, --output <file>", help.output)
    .option("--dry-run", help.dryRun)
    .option("--json", json)
    .action(
      async ({
        product,
        port,
        table: tableFile,
        rebootExitCode,
        output,
        dryRun = false,
        json,
        ...choice
      }) => {
        const { io, locale, reports } = session;
        const own = await tableFrom(tableFile, io);
        const plan = makePlan({
          ...choice,
          ...own,
          locale,
          products: product ?? [],
          ports: port ?? [],
          rebootExitCode: rebootExitCode === "0" ? 0 : 3010,
        });
        const script = renderScript(plan, version);
        const file = output ?? join("out", fileName(plan, script.settingsId));
        const table = withOwnTable(builtInTable, own.table);
        const result = { plan, table, script, file, written: !dryRun };
        if (dryRun) {
          report("render", result, { json, session, reporter: renderReporter });
        } else if (file === "-") {
          if (json) throw new PortkeepError("stdout-taken", {});
          io.stdout.write(script.bytes);
        } else {
          await writeFileAtomic(resolve(io.cwd, file), script.bytes);
          report("render", result, { json, session, reporter: renderReporter });
        }
        io.stderr.write(nextSteps(result, reports));
      },
    );
}
