import type { Command } from "@commander-js/extra-typings";
import type { Session } from "../io.ts";
import { addCommand } from "../options.ts";
import { report } from "../report.ts";

/** Adds `verify`: whether a script's signature is good, and whose it is. */
export function addVerify(program: Command, session: Session): void {
  const { json, verify: help } = session.help;
  addCommand(program, "verify", help)
    .argument("<script>", help.script)
    .option("--root <file>", help.root)
    .option("--signer <sha256>", help.signer)
    .option("--integrity-only", help.integrityOnly)
    .option("--timestamp-root <file>", help.timestampRoot)
    .option("--allow-sha1", help.allowSha1)
    .option("--json", json)
    .action(async (file, { json, ...choice }) => {
      const { verifyFile } = await import("./file.ts");
      const { verifyReporter } = await import("./report.ts");
      const verification = await verifyFile(file, choice, session.io);
      report("verify", verification, { json, session, reporter: verifyReporter });
      if (verification.verdict.findings.length > 0) session.exitCode = 1;
    });
}
