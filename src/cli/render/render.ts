import { join, resolve } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { version } from "../../../package.json";
import { PortkeepError } from "../../errors.ts";
import { replaceFile } from "../../files/write.ts";
import { actions, backendChoices, formats, newlines, reboots } from "../../plan/choice.ts";
import { fileName } from "../../plan/file-name.ts";
import { addItems, addPorts } from "../../plan/lists.ts";
import { makePlan } from "../../plan/plan.ts";
import { renderScript } from "../../script/render.ts";
import { builtInTable, type System, withOwnTable } from "../../table/table.ts";
import { checkEnding } from "../check-ending.ts";
import { checkStdin } from "../input.ts";
import type { Session } from "../io.ts";
import { addCommand, choiceOption, tableFrom } from "../options.ts";
import { report } from "../report.ts";
import { addSigningOptions, type SigningChoice, signingFiles, wantsSigning } from "../sign/options.ts";
import { nextSteps } from "./next-steps.ts";
import { type Rendering, renderReporter } from "./report.ts";
import { warnOfRestarts } from "./warn-of-restarts.ts";

/** Adds `render`: one script from products and own ports. */
export function addRender(program: Command, session: Session): void {
  const { json, render: help } = session.help;
  const command = addCommand(program, "render", help)
    .option("--product <id>", help.product, addItems)
    .option("--port <range[=label]>", help.port, addPorts)
    .option("--table <file>", help.table)
    .option("--os <id>", help.os)
    .addOption(choiceOption("--backend <name>", help.backend, backendChoices))
    .addOption(choiceOption("--action <name>", help.action, actions))
    .addOption(choiceOption("--reboot <when>", help.reboot, reboots))
    .addOption(choiceOption("--restart-dns <when>", help.restartDns, reboots))
    .addOption(choiceOption("--reboot-exit-code <code>", help.rebootExitCode, ["3010", "0"]))
    .addOption(choiceOption("--newline <kind>", help.newline, newlines))
    .addOption(choiceOption("--format <kind>", help.format, formats))
    .option("--allow-wide", help.allowWide)
    .option("-o, --output <file>", help.output)
    .option("--dry-run", help.dryRun)
    .option("--json", json);
  addSigningOptions(command, session.help).action(async (options) => {
    const { product = [], port = [], table: tableFile, output, dryRun = false, json, ...choice } = options;
    const { io, locale, reports } = session;
    checkStdin({ "--table": tableFile, ...signingFiles(choice) });
    const own = await tableFrom(tableFile, io);
    const plan = makePlan({
      ...choice,
      ...own,
      locale,
      products: product,
      ports: port,
      rebootExitCode: choice.rebootExitCode === "0" ? 0 : 3010,
    });
    warnOfRestarts(plan.recipe, session);
    if (choice.format === "vbs" && wantsSigning(choice)) throw new PortkeepError("vbs-not-signed", {});
    const script = renderScript(plan, version);
    const file = output ?? join("out", fileName(plan, script.settingsId));
    await checkEnding(file, [`.${choice.format}`], io.cwd);
    if (json && file === "-" && !dryRun) throw new PortkeepError("stdout-taken", {});
    const signed = dryRun ? null : await signRendered({ ...script, ...plan }, choice, session);
    const bytes = signed?.script ?? script.bytes;
    const table = withOwnTable(builtInTable, own.table);
    const result: Rendering = { plan, table, script, file, written: !dryRun, signed: signed?.facts ?? null };
    if (!dryRun && file === "-") io.stdout.write(bytes);
    else {
      if (!dryRun) await replaceFile(resolve(io.cwd, file), bytes);
      report("render", result, { json, session, reporter: renderReporter });
    }
    io.stderr.write(nextSteps(result, reports, signed?.say, io.stderr.columns || undefined));
  });
}

/** Signs a script where the options ask for it, and gives null where they do not. */
async function signRendered(
  script: { bytes: Uint8Array; system: System | null },
  choice: SigningChoice,
  session: Session,
) {
  if (!wantsSigning(choice)) return null;
  const { signRenderedScript } = await import("./sign-rendered.ts");
  return signRenderedScript(script, choice, session);
}
