import { join } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { addItems } from "../../plan/lists.ts";
import { checkStdin } from "../input.ts";
import type { Session } from "../io.ts";
import { addCommand, tableFrom } from "../options.ts";
import { report } from "../report.ts";
import { addSigningOptions, signingFiles } from "../sign/options.ts";

/** Adds `build`: the scripts and the manifest of many sites. */
export function addBuild(program: Command, session: Session): void {
  const { json, build: help } = session.help;
  const command = addCommand(program, "build", help)
    .argument("<sites>", help.sites)
    .option("-o, --output <folder>", help.output)
    .option("--sites-format <form>", help.format)
    .option("--for <target>", help.for, addItems)
    .option("--strict", help.strict)
    .option("--table <file>", help.table)
    .option("--allow-wide", help.allowWide)
    .option("--json", json);
  addSigningOptions(command, session.help).action(async (file, options) => {
    const { output = join("out", "fleet"), sitesFormat: format, for: targets = [], json, ...rest } = options;
    const { strict = false, table, allowWide = false, ...choice } = rest;
    checkStdin({ SITES: file, "--table": table, ...signingFiles(choice) });
    const own = await tableFrom(table, session.io);
    const { runBuild } = await import("./run.ts");
    const { buildReporter, sayOfBuild } = await import("./report.ts");
    const defaults = { ...own, allowWide, locale: session.locale };
    const result = await runBuild({ file, format }, { output, targets, strict, defaults, choice }, session);
    report("build", result, { json, session, reporter: buildReporter });
    session.io.stderr.write(sayOfBuild(result, session.reports));
    if (result.errors.length > 0) session.exitCode = 1;
  });
}
