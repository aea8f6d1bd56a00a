import type { Command } from "@commander-js/extra-typings";
import { version } from "../../../package.json";
import type { Session } from "../io.ts";
import { addCommand } from "../options.ts";
import { report } from "../report.ts";

/** Adds `read`: the choices back out of a rendered script. */
export function addRead(program: Command, session: Session): void {
  const { json, read: help } = session.help;
  addCommand(program, "read", help)
    .argument("<script>", help.script)
    .option("--json", json)
    .action(async (file, { json }) => {
      const { readBack } = await import("./read-back.ts");
      const { readBackReporter } = await import("./report.ts");
      const result = await readBack(file, version, session);
      report("read", result, { json, session, reporter: readBackReporter });
      if (result.findings.length > 0) session.exitCode = 1;
    });
}
