import { join, resolve } from "node:path";
import { type Command, Option } from "@commander-js/extra-typings";
import { version } from "../../package.json";
import { PortkeepError } from "../errors.ts";
import { writeFileAtomic } from "../files/write.ts";
import { actions, backends, newlines, reboots } from "../plan/choice.ts";
import { makePlan } from "../plan/plan.ts";
import { renderScript } from "../script/render.ts";
import { fileName } from "./file-name.ts";
import type { Io } from "./io.ts";
import { addItems, addPorts } from "./lists.ts";
import { nextSteps } from "./next-steps.ts";
import { renderReporter } from "./render-report.ts";
import { report } from "./report.ts";

const examples = `Examples:
  portkeep render --product sbs-2003-standard
  portkeep render --product ias,l2tp --port 5000-5010="Backup agent" --os windows-server-2003
  portkeep render --product isa-2004 --os sbs-2003-premium --dry-run
  portkeep render --product ias -o - > reserve-ports.ps1
`;

/** Adds `render`: one script from products and own ports. */
export function addRender(program: Command, io: Io): void {
  program
    .command("render")
    .summary("render one script")
    .description("Renders one PowerShell script that reserves the ports of the chosen products.")
    .addHelpText("before", examples)
    .option(
      "--product <id>",
      "a product or bundle (portkeep products lists them); repeat it or separate by commas",
      addItems,
    )
    .option("--port <range[=label]>", "own ports, n or n-m, 1025-65535; repeat it likewise", addPorts)
    .option("--os <id>", "the server's system; a bundle implies its own")
    .addOption(
      new Option("--backend <name>", "the way to reserve")
        .choices(["auto", ...backends])
        .default("auto" as const),
    )
    .addOption(
      new Option("--action <name>", "what a run without -Action does").choices(actions).default(actions[0]),
    )
    .addOption(
      new Option("--reboot <when>", "whether the script restarts the server")
        .choices(reboots)
        .default(reboots[0]),
    )
    .addOption(
      new Option("--reboot-exit-code <code>", "the exit code that asks for a restart")
        .choices(["3010", "0"])
        .default("3010"),
    )
    .addOption(
      new Option("--newline <kind>", "line ends of the script").choices(newlines).default(newlines[0]),
    )
    .option("--allow-wide", "allow more than 1,024 own ports (1,999 at most)")
    .option("-o, --output <file>", "where to write, - for standard output (default: a named file in out/)")
    .option("--dry-run", "show each range and who needs it; write nothing")
    .option("--json", "print JSON")
    .action(async ({ product, port, rebootExitCode, output, dryRun = false, json, ...choice }) => {
      const plan = makePlan({
        ...choice,
        products: product ?? [],
        ports: port ?? [],
        rebootExitCode: rebootExitCode === "0" ? 0 : 3010,
      });
      const script = renderScript(plan, version);
      const file = output ?? join("out", fileName(plan, script.settingsId));
      const result = { plan, script, file, written: !dryRun };
      if (dryRun) {
        report("render", result, { json, io, reporter: renderReporter });
      } else if (file === "-") {
        if (json) throw new PortkeepError("stdout-taken", {});
        io.stdout.write(script.bytes);
      } else {
        await writeFileAtomic(resolve(io.cwd, file), script.bytes);
        report("render", result, { json, io, reporter: renderReporter });
      }
      io.stderr.write(nextSteps(result));
    });
}
