import type { Command } from "@commander-js/extra-typings";
import { addItems } from "../../plan/lists.ts";
import { checkStdin } from "../input.ts";
import type { Session } from "../io.ts";
import { addCommand } from "../options.ts";
import { report } from "../report.ts";
import { addSigningOptions, signingFiles } from "../sign/options.ts";

/** Adds `package`: what deployment tools import, made of one script. */
export function addPackage(program: Command, session: Session): void {
  const { json, package: help } = session.help;
  const command = addCommand(program, "package", help)
    .argument("<script>", help.script)
    .requiredOption("--for <target>", help.for, addItems)
    .option("-o, --output <folder>", help.output)
    .option("--json", json);
  addSigningOptions(command, session.help).action(async (file, { for: names, output, json, ...choice }) => {
    checkStdin({ SCRIPT: file, ...signingFiles(choice) });
    const { makeBundles, writeBundles } = await import("./bundles.ts");
    const { packageReporter, sayOfPackage } = await import("./report.ts");
    const made = await makeBundles(file, names, { choice, session });
    const result = { ...made, bundles: await writeBundles(made, output, session.io) };
    report("package", result, { json, session, reporter: packageReporter });
    session.io.stderr.write(sayOfPackage(result, session.reports));
  });
}
