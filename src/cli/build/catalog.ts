import { join } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { addItems } from "../../plan/lists.ts";
import { checkStdin } from "../input.ts";
import type { Session } from "../io.ts";
import { addCommand } from "../options.ts";
import { report } from "../report.ts";
import { addSigningOptions, signingFiles } from "../sign/options.ts";

/** Adds `catalog`: the ready-made set, as the download page shows it. */
export function addCatalog(program: Command, session: Session): void {
  const { json, catalog: help } = session.help;
  const command = addCommand(program, "catalog", help)
    .option("-o, --output <folder>", help.output)
    .option("--for <target>", help.for, addItems)
    .option("--os <id>", help.os, addItems)
    .option("--json", json);
  addSigningOptions(command, session.help).action(async (options) => {
    const { output = join("out", "catalog"), for: targets = ["raw"], os = [], json, ...choice } = options;
    checkStdin(signingFiles(choice));
    const { runCatalog } = await import("./catalog-run.ts");
    const { buildReporter, sayOfBuild } = await import("./report.ts");
    const result = await runCatalog({ output, targets, systems: os, choice }, session);
    report("catalog", result, { json, session, reporter: buildReporter });
    session.io.stderr.write(sayOfBuild(result, session.reports));
    if (result.errors.length > 0) session.exitCode = 1;
  });
}
